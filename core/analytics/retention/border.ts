import type { LedgerRow } from '../../ledger/row';

/** A status may come 30 days after the send, and Meta repeats a call for 7 more: what is older stays as it is. */
export const SETTLED_AFTER_DAYS = 37;

/** Proof of consent and the few changes of account and templates are never taken out of the ledger. */
export const STAYS: ReadonlySet<string> = new Set([
	'opted_in',
	'opted_out',
	'template_changed',
	'account_changed',
]);

/** Rows up to this ID (of the table) that happened before this moment (Unix seconds) are counted in summaries. */
export interface Border {
	up_to: number;
	before: number;
}

export const NO_BORDER: Border = { up_to: 0, before: 0 };

/** Whether a row is counted in a summary already, so that it must not be counted once more. `id`: of the table. */
export const isSummarised = ({ up_to, before }: Border, id: number, row: LedgerRow): boolean =>
	id <= up_to && row.at < before && !STAYS.has(row.kind);
