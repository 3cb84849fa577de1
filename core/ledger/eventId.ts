import { createHash } from 'node:crypto';

/** What makes an event the same event, however often and by whatever road it reaches us. */
export interface EventIdentity {
	phone_number_id: string;
	/** Message ID, or our tracking key while Meta has not given one yet. */
	id: string;
	kind: string;
	/** Whole Unix seconds. */
	at: number;
	error_code: string;
	/** Group member the event is about; empty outside groups. */
	participant: string;
}

/** 32 hex digits, the same for the same event: duplicates find each other by it in the ledger and in the trigger. */
export function eventId(event: EventIdentity): string {
	const { phone_number_id, id, kind, at, error_code, participant } = event;
	return createHash('sha256')
		.update(`${phone_number_id}|${id}|${kind}|${at}|${error_code}|${participant}`)
		.digest('hex')
		.slice(0, 32);
}
