import { earliest } from '../ledger/join';
import { CELL_GROUP, type CELL_HISTOGRAMS, type Cell } from './cell';
import { formatHistogram, type Histogram } from './histogram';

type HistogramName = (typeof CELL_HISTOGRAMS)[number];

/** A cell while it is being added to: its histograms are still tables. */
export interface OpenCell extends Omit<Cell, HistogramName> {
	histograms: Record<HistogramName, Histogram>;
}

/** Cells by what they have in common. */
export type OpenCells = Map<string, OpenCell>;

type Group = Pick<Cell, 'of' | 'slot'> & Partial<Pick<Cell, (typeof CELL_GROUP)[number]>>;

/** The cell of a group, a new one when there is none yet. */
export function cellAt(cells: OpenCells, group: Group): OpenCell {
	let key = '';
	for (const name of CELL_GROUP) key += `${group[name] ?? ''}\n`;
	let cell = cells.get(key);
	if (!cell) {
		cell = {
			of: group.of,
			slot: group.slot,
			status: group.status ?? '',
			campaign: group.campaign ?? '',
			variant: group.variant ?? '',
			template: group.template ?? '',
			language: group.language ?? '',
			category: group.category ?? '',
			country: group.country ?? '',
			phone_number_id: group.phone_number_id ?? '',
			pricing_category: group.pricing_category ?? '',
			pricing_type: group.pricing_type ?? '',
			pricing_model: group.pricing_model ?? '',
			error_code: group.error_code ?? '',
			reason: group.reason ?? '',
			count: 0,
			first_at: 0,
			last_at: 0,
			held: 0,
			left: 0,
			retries: 0,
			replied: 0,
			replied_24h: 0,
			clicked: 0,
			opted_out: 0,
			histograms: {
				to_deliver: new Map(),
				to_read: new Map(),
				to_open: new Map(),
				late: new Map(),
			},
		};
		cells.set(key, cell);
	}
	return cell;
}

/** Counts one thing that happened at `at`. */
export function countAt(cell: OpenCell, at: number): void {
	cell.count++;
	cell.first_at = earliest(cell.first_at, at);
	cell.last_at = Math.max(cell.last_at, at);
}

/** The finished cell. */
export const closed = ({ histograms, ...cell }: OpenCell): Cell => ({
	...cell,
	to_deliver: formatHistogram(histograms.to_deliver),
	to_read: formatHistogram(histograms.to_read),
	to_open: formatHistogram(histograms.to_open),
	late: formatHistogram(histograms.late),
});
