import type { LedgerRow } from '../row';
import { newRow, type NewRowOptions } from './newRow';

/** Meta's answer when a person has stopped marketing messages from this business. */
const STOPPED_MARKETING = '131050';

/** A send that was refused with 131050 tells us of an opt-out: both rows. */
export function withOptOut(row: LedgerRow, options: NewRowOptions): LedgerRow[] {
	if (row.kind !== 'failed' || row.error_code !== STOPPED_MARKETING) return [row];
	return [row, newRow({ ...row, event_id: '', kind: 'opted_out' }, options)];
}
