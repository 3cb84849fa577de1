import { splitChange } from './events/change';
import type { Place, Split } from './events/place';
import type { EventItem, EventOutput } from './item';
import { isRecord, list, record, seconds, text } from './read';
import type { Webhook } from './schema';

export interface WebhookEvent {
	output: EventOutput;
	item: EventItem;
}

/** An entry without `changes` carries nothing; anything else in that place is kept as one unrecognised change. */
function changesOf(entry: unknown): readonly unknown[] {
	if (!isRecord(entry)) return [entry];
	if (entry.changes === undefined || entry.changes === null) return [];
	return Array.isArray(entry.changes) ? (entry.changes as unknown[]) : [entry.changes];
}

function placeOf(entry: unknown, change: unknown, receivedAt: number, raw: boolean): Place {
	const value = record(record(change).value);
	const metadata = record(value.metadata);
	return {
		field: text(record(change).field),
		business_account_id: text(record(entry).id),
		phone_number_id: text(metadata.phone_number_id),
		display_phone_number: text(metadata.display_phone_number ?? value.display_phone_number),
		entry_time: seconds(record(entry).time),
		received_at: receivedAt,
		raw,
	};
}

/**
 * One item per message, status or account event, in Meta's order. `receivedAt` is in Unix seconds; `raw` keeps Meta's
 * original object on every item. Never throws: what we do not know becomes an item marked `unrecognised`.
 */
export function toEvents(
	webhook: Webhook,
	receivedAt: number,
	{ raw = false }: { raw?: boolean } = {},
): WebhookEvent[] {
	const split: Split = [];
	for (const entry of list(webhook.entry)) {
		for (const change of changesOf(entry)) {
			splitChange(split, placeOf(entry, change, receivedAt, raw), change);
		}
	}
	return split;
}
