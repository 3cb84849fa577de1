import type { Fold } from '../ledger/fold';
import { earliest } from '../ledger/join';
import { CELL_HISTOGRAMS, slotOf, type Cell } from './cell';
import { departures } from './departures';
import { addHistogram } from './histogram';
import { addBilled, addMessage } from './messageCell';
import { cellAt, closed, countAt, histogramOf, type OpenCells } from './openCell';
import { reactionsOf } from './reactions';

const inOrder = (cells: OpenCells): Cell[] =>
	[...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => closed(cell));

/** Everything the fold knows, as cells, in an order that depends on nothing but their groups. */
export function toCells(fold: Fold): Cell[] {
	const cells: OpenCells = new Map();
	const messages = fold.messages();
	const reactions = reactionsOf(fold, messages);
	for (const message of messages) {
		addMessage(cells, message, reactions.get(message));
		addBilled(cells, message);
	}
	for (const { at, phone_number_id } of fold.received())
		countAt(cellAt(cells, { of: 'received', slot: slotOf(at), phone_number_id }), at);
	for (const { at, phone_number_id } of departures(fold.consents()))
		countAt(cellAt(cells, { of: 'opted_out', slot: slotOf(at), phone_number_id }), at);
	for (const { kind, at, template, language, reason } of fold.news())
		countAt(cellAt(cells, { of: kind, slot: slotOf(at), template, language, reason }), at);
	return inOrder(cells);
}

/** Adds up cells of any number of places: one cell for each group, in the order of `toCells`. */
export function mergeCells(all: Iterable<Cell>): Cell[] {
	const cells: OpenCells = new Map();
	for (const cell of all) {
		const sum = cellAt(cells, cell);
		sum.count += cell.count;
		sum.first_at = earliest(sum.first_at, cell.first_at);
		sum.last_at = Math.max(sum.last_at, cell.last_at);
		sum.held += cell.held;
		sum.left += cell.left;
		sum.retries += cell.retries;
		sum.replied += cell.replied;
		sum.replied_24h += cell.replied_24h;
		sum.clicked += cell.clicked;
		sum.opted_out += cell.opted_out;
		for (const name of CELL_HISTOGRAMS)
			if (cell[name] !== '') addHistogram(histogramOf(sum, name), cell[name]);
	}
	return inOrder(cells);
}
