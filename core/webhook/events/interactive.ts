import { firstText, isRecord, record, text, type Json } from '../read';
import type { Content } from './content';

function parseAnswers(json: unknown): Record<string, unknown> | undefined {
	if (isRecord(json)) return { ...json };
	if (typeof json !== 'string') return undefined;
	try {
		const parsed = JSON.parse(json) as unknown;
		return isRecord(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** Answers to interactive messages: a tapped button, a chosen row, a finished flow, a permission to call. */
export function interactiveContent(payload: Json): Content {
	const type = text(payload.type);
	const reply = record(payload[type]);
	switch (type) {
		case 'button_reply':
		case 'list_reply':
			return { text: firstText(reply.title, reply.id), button_id: text(reply.id) };
		case 'nfm_reply': {
			const answers = parseAnswers(reply.response_json);
			return {
				text: text(reply.body),
				button_id: text(reply.name),
				...(answers ? { flow_response: answers } : {}),
			};
		}
		case 'call_permission_reply':
			return { text: text(reply.response), button_id: text(reply.response) };
		default:
			return { unrecognised: true };
	}
}
