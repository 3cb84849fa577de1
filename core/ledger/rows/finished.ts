import { countryOf } from '../callingCodes';
import { LEDGER_KINDS } from '../kinds';
import { seconds, text } from '../read';
import { LEDGER_COLUMNS, type LedgerRow } from '../row';
import { newRow } from './newRow';
import type { Item, RowOptions, RowSource } from './source';

const COLUMNS = Object.keys(LEDGER_COLUMNS) as Array<keyof LedgerRow>;

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
	const known: Item = {};
	for (const column of COLUMNS) known[column] = text(item, column);
	const person = known.contact_key || known.recipient;
	return newRow(
		{
			...(known as Partial<LedgerRow>),
			kind,
			at,
			received_at: seconds(item.received_at) || seconds(now) || at,
			contact_key: person as string,
			country:
				text(item, 'country') || countryOf(text(item, 'recipient'), text(item, 'contact_key')),
		},
		{ privacyKey },
	);
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
