import type { IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../../core/input';
import type { Cell } from '../../core/analytics/cell';
import { mergeCells, toCells } from '../../core/analytics/cells';
import { readCell } from '../../core/analytics/readCell';
import { createFold } from '../../core/ledger/fold';
import { readRow } from '../../core/ledger/rows';
import type { Run } from './operations/operation';

/** Nodes that found nothing hand on one empty item when "Always Output Data" is on. */
export const isEmpty = (json: object) => Object.keys(json).length === 0;

/**
 * What came in, as cells: ledger rows are folded, cells that were made earlier are added to them. Throws InputError for
 * an item that is neither.
 */
export function cellsOf(context: IExecuteFunctions, run: Run): Cell[] {
	const fold = createFold();
	const earlier: Cell[] = [];
	context.getInputData().forEach(({ json }, item) => {
		if (isEmpty(json)) return;
		run.item = item;
		const row = readRow(json);
		if (row) return fold.add(row);
		const cell = readCell(json);
		if (!cell) {
			throw new InputError(
				'This item is no ledger row and no summary of such rows. Connect the rows of the ledger table (wa_ledger) or of the summaries (wa_summaries), or the output of To Ledger Rows.',
			);
		}
		earlier.push(cell);
	});
	run.item = undefined;
	const cells = toCells(fold);
	return earlier.length === 0 ? cells : mergeCells([...earlier, ...cells]);
}
