import type { PhoneNumber } from '../store';

/** One change before it is put into a POST: a webhook field and its value. */
export interface Change {
	field: string;
	phoneNumberId: string;
	value: Record<string, unknown>;
}

/** The head every value of a `messages` webhook has. */
export function valueHead({ digits, id }: PhoneNumber): Record<string, unknown> {
	return {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: digits, phone_number_id: id },
	};
}

/**
 * Puts changes into one webhook body. Statuses of the same number that follow each other share a value, as in Meta's
 * own batches; anything else gets a change of its own.
 */
export function toBody(
	businessAccountId: string,
	changes: Change[],
	now: number,
): Record<string, unknown> {
	const merged: Change[] = [];
	for (const change of changes) {
		const last = merged.at(-1);
		if (last && bothStatuses(last, change)) merged[merged.length - 1] = join(last, change);
		else merged.push(change);
	}
	// Meta puts a time only on account and template events.
	const timed = merged.some(({ phoneNumberId }) => phoneNumberId === '');
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: businessAccountId,
				...(timed && { time: now }),
				changes: merged.map(({ value, field }) => ({ value, field })),
			},
		],
	};
}

const bothStatuses = (a: Change, b: Change) =>
	'statuses' in a.value && 'statuses' in b.value && a.phoneNumberId === b.phoneNumberId;

function join(a: Change, b: Change): Change {
	const list = (change: Change, key: string) => (change.value[key] ?? []) as unknown[];
	const contacts = [...list(a, 'contacts'), ...list(b, 'contacts')];
	return {
		...a,
		value: {
			...a.value,
			...(contacts.length > 0 && { contacts }),
			statuses: [...list(a, 'statuses'), ...list(b, 'statuses')],
		},
	};
}
