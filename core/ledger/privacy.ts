import { contactTag, parseKey } from './key';
import type { LedgerRow } from './row';

/** A contact key that went through `contactTag` already; neither a number (15 digits at most) nor a user ID looks so. */
const TAG = /^[0-9a-f]{24}$/;

/** Keyed hash of a personal value; empty, already hashed values and all values without a privacy key stay. */
export function hashWith(privacyKey: string | undefined, value: string): string {
	return privacyKey && value && !TAG.test(value) ? contactTag(value, privacyKey) : value;
}

/**
 * With a privacy key, nothing in a row names a person: the contact key becomes a keyed hash, the number stays out, and
 * a tracking key that is not ours (it may hold anything) is hashed too, so that it still joins. Doing it twice changes
 * nothing. Without a privacy key the row stays as it is.
 */
export function protect(row: LedgerRow, privacyKey = ''): LedgerRow {
	if (!privacyKey) return row;
	return {
		...row,
		contact_key: hashWith(privacyKey, row.contact_key),
		recipient: '',
		key: row.key && !parseKey(row.key) ? hashWith(privacyKey, row.key) : row.key,
	};
}
