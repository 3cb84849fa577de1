import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../../core/input';
import type { Cell } from '../../core/analytics/cell';
import { mergeCells, toCells } from '../../core/analytics/cells';
import { unpackCells } from '../../core/analytics/pack';
import { readCell } from '../../core/analytics/readCell';
import { createFold, type Fold } from '../../core/ledger/fold';
import type { LedgerRow } from '../../core/ledger/row';
import { addPart } from '../../core/ledger/part';
import { readRow } from '../../core/ledger/rows';
import type { Run } from './operations/operation';

/** Whether a row belongs into the fold. `json`: the item, with the columns a table adds. */
export type RowTest = (row: LedgerRow, json: Record<string, unknown>) => boolean;

/** Nodes that found nothing hand on one empty item when "Always Output Data" is on. */
export const isEmpty = (json: object) => Object.keys(json).length === 0;

/** Cells that Get Dashboard gave out as one text, and the time of that page. */
function takeAll(json: IDataObject, takeCell: (cell: Cell) => void, run: Run): void {
	if (json.cells === '') return;
	const found = unpackCells(json.cells as string);
	if (!found) {
		throw new InputError(
			'The text "cells" of this item cannot be read. Store it as Get Dashboard gave it out, and run the refresh again.',
		);
	}
	found.cells.forEach(takeCell);
	run.about = found.about;
	const time = Math.floor(Number(json.generated_at));
	if (time > 0) run.now = time;
}

/**
 * Folds the ledger rows that came in, and the parts that Condense Rows made of others; cells go to `takeCell`. Throws
 * InputError for an item that is none of these.
 */
function read(
	context: IExecuteFunctions,
	run: Run,
	takeCell: (cell: Cell) => void,
	wanted?: RowTest,
): Fold {
	const fold = createFold();
	context.getInputData().forEach(({ json }, item) => {
		if (isEmpty(json)) return;
		run.item = item;
		if (typeof json.cells === 'string') return takeAll(json, takeCell, run);
		if (typeof json.ledger_part === 'string') return addPart(fold, json.ledger_part);
		const row = readRow(json);
		if (row) {
			if (!wanted || wanted(row, json)) fold.add(row);
			return;
		}
		const cell = readCell(json);
		if (!cell) {
			throw new InputError(
				'This item is no ledger row and no summary of such rows. Connect the rows of the ledger table (wa_ledger) or of the summaries (wa_summaries), or the output of To Ledger Rows.',
			);
		}
		takeCell(cell);
	});
	run.item = undefined;
	return fold;
}

/** What came in, as cells: ledger rows are folded, cells that were made earlier are added to them. */
export function cellsOf(context: IExecuteFunctions, run: Run): Cell[] {
	const earlier: Cell[] = [];
	const cells = toCells(read(context, run, (cell) => earlier.push(cell)));
	return earlier.length === 0 ? cells : mergeCells([...earlier, ...cells]);
}

function refuseCell(): never {
	throw new InputError(
		'This item is a summary, and single messages cannot be told from it. Connect rows of the ledger table (wa_ledger) only.',
	);
}

/** The rows that came in, folded. Throws InputError for cells too: they hold no messages. */
export function foldOf(context: IExecuteFunctions, run: Run, wanted?: RowTest): Fold {
	return read(context, run, refuseCell, wanted);
}

/** The ledger rows among the items that came in, as they are. */
export const rowsOf = (context: IExecuteFunctions): LedgerRow[] =>
	context.getInputData().flatMap(({ json }) => readRow(json) ?? []);
