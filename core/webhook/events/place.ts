import { createHash } from 'node:crypto';
import type { AccountItem, EventItem, EventOutput } from '../item';

/** Where in the webhook an event stood: what all items of one change share. */
export interface Place {
	field: string;
	business_account_id: string;
	phone_number_id: string;
	display_phone_number: string;
	/** Unix seconds; 0 when Meta gave none (only account and template fields have it). */
	entry_time: number;
	received_at: number;
	/** Whether items keep Meta's original object. */
	raw: boolean;
}

/** The items of a webhook, filled by the families one after the other. */
export type Split = { output: EventOutput; item: EventItem }[];

export const rawOf = (place: Place, original: unknown) => (place.raw ? { raw: original } : {});

/** Stands in for an ID where Meta gives none: the same content has the same one. */
export function contentId(content: unknown): string {
	return createHash('sha256')
		.update(JSON.stringify(content) ?? '')
		.digest('hex')
		.slice(0, 32);
}

/** What an account event says beyond what every item says. */
export type AccountFacts = Pick<AccountItem, 'event' | 'summary'> &
	Partial<
		Pick<
			AccountItem,
			| 'timestamp'
			| 'contact_key'
			| 'previous_contact_key'
			| 'group_id'
			| 'template'
			| 'language'
			| 'reason'
			| 'error_code'
			| 'phone_number_id'
			| 'unrecognised'
		>
	>;
