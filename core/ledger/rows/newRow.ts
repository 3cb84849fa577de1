import { eventId } from '../eventId';
import { parseKey } from '../key';
import { hashWith, protect } from '../privacy';
import { LEDGER_COLUMNS, type LedgerRow } from '../row';

const EMPTY = Object.fromEntries(
	Object.entries(LEDGER_COLUMNS).map(([name, type]) => [name, type === 'number' ? 0 : '']),
) as LedgerRow;

type Known = Partial<LedgerRow> & Pick<LedgerRow, 'kind' | 'at' | 'received_at'>;

export interface NewRowOptions {
	privacyKey?: string;
	/** Tells events apart that are otherwise equal: a group member, the field of an account event. */
	participant?: string;
}

/** Fills what follows from the rest, names nobody under a privacy key, and changes no more of a row that has it all. */
export function complete(
	given: LedgerRow,
	{ privacyKey, participant = '' }: NewRowOptions,
): LedgerRow {
	const row = protect(given, privacyKey);
	row.at ||= row.received_at;
	row.campaign ||= (row.key && parseKey(row.key)?.campaign) || '';
	const id = row.message_id || row.key;
	row.event_id ||= eventId({
		phone_number_id: row.phone_number_id,
		id,
		kind: row.kind,
		at: row.at,
		error_code: row.error_code,
		// Hashed before it is hashed: a number is too short to hide in an unkeyed hash.
		participant: hashWith(privacyKey, participant) || (id ? '' : row.contact_key + row.template),
	});
	return row;
}

/** A complete row from what is known: the columns in table order, the rest empty. */
export function newRow(known: Known, options: NewRowOptions): LedgerRow {
	return complete({ ...EMPTY, ...known }, options);
}
