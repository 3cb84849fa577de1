import type { LedgerRow } from '../../../../core/ledger/row';
import { newRow } from '../../../../core/ledger/rows/newRow';

/** A complete row for a test; what is not said is empty. */
export function row(kind: string, at: number, known: Partial<LedgerRow> = {}): LedgerRow {
	return newRow({ message_id: '', received_at: at + 2, ...known, kind, at }, {});
}
