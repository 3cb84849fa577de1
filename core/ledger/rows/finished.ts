import { countryOf } from '../callingCodes';
import { LEDGER_KINDS } from '../kinds';
import { seconds, text } from '../read';
import type { LedgerRow } from '../row';
import { complete } from './newRow';
import type { Item, RowOptions, RowSource } from './source';

/**
 * Reads a row back, leniently: Data Tables add `id`, `createdAt` and `updatedAt` and may return numbers as text; a
 * workflow's own row (an opt-out it noticed) may lack most columns. Undefined when it is no ledger row at all.
 */
export function readRow(
	item: Item,
	{ now, privacyKey }: Pick<RowOptions, 'now' | 'privacyKey'> = { now: 0 },
): LedgerRow | undefined {
	const kind = text(item, 'kind');
	if (!kind || (!item.event_id && !LEDGER_KINDS.has(kind))) return undefined;
	const at =
		seconds(item.at) || seconds(item.timestamp) || seconds(item.received_at) || seconds(now);
	if (at === 0) return undefined;
	// Written out, because it runs for every row of the ledger at every refresh.
	const row: LedgerRow = {
		event_id: text(item, 'event_id'),
		kind,
		at,
		received_at: seconds(item.received_at) || seconds(now) || at,
		message_id: text(item, 'message_id'),
		key: text(item, 'key'),
		run: text(item, 'run'),
		recipient: text(item, 'recipient'),
		contact_key: text(item, 'contact_key') || text(item, 'recipient'),
		phone_number_id: text(item, 'phone_number_id'),
		business_account_id: text(item, 'business_account_id'),
		campaign: text(item, 'campaign'),
		variant: text(item, 'variant'),
		template: text(item, 'template'),
		language: text(item, 'language'),
		category: text(item, 'category'),
		pricing_type: text(item, 'pricing_type'),
		pricing_model: text(item, 'pricing_model'),
		country: text(item, 'country') || countryOf(text(item, 'recipient'), text(item, 'contact_key')),
		reply_to: text(item, 'reply_to'),
		error_code: text(item, 'error_code'),
		reason: text(item, 'reason'),
		source: text(item, 'source'),
	};
	return complete(row, { privacyKey });
}

/** A row that is finished already, or one a workflow put together itself. */
export const finishedSource: RowSource = {
	accepts: (item) =>
		LEDGER_KINDS.has(text(item, 'kind')) ||
		(text(item, 'event_id') !== '' && 'at' in item && 'kind' in item),
	rows(item, options) {
		const row = readRow(item, options);
		return row ? [{ ...row, source: row.source || options.source || 'workflow' }] : [];
	},
};
