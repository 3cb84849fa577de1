import { list, record, text } from '../webhook/read';

/** Whether Meta lets it send, and what stands in the way. */
export interface Health {
	[key: string]: string | string[];
	/** AVAILABLE, LIMITED or BLOCKED; empty when Meta did not say. */
	can_send_message: string;
	/** Each with what Meta proposes to do about it. */
	obstacles: string[];
}

const WHO: Record<string, string> = {
	APP: 'App',
	BUSINESS: 'Business portfolio',
	MESSAGE_TEMPLATE: 'Template',
	PHONE_NUMBER: 'Phone number',
	WABA: 'Business account',
};

/** `Phone number: text (code 141006) solution`. */
function obstaclesOf(entity: Readonly<Record<string, unknown>>): string[] {
	const who = WHO[text(entity.entity_type)] ?? 'Account';
	const errors = list(entity.errors)
		.map(record)
		.map(({ error_code, error_description, possible_solution }) =>
			[text(error_description), `(code ${text(error_code)})`, text(possible_solution)]
				.filter(Boolean)
				.join(' '),
		);
	const infos = list(entity.additional_info).map(text).filter(Boolean);
	return [...errors, ...infos].map((words) => `${who}: ${words}`);
}

/** Reads `health_status` of a number, an account or a template. */
export function healthOf(answer: unknown): Health {
	const status = record(record(answer).health_status);
	const entities = list(status.entities).map(record);
	return {
		can_send_message: text(status.can_send_message),
		obstacles: entities.flatMap(obstaclesOf),
	};
}
