import type { IExecuteFunctions } from 'n8n-workflow';
import { InputError } from '../../core/input';
import { createFold, type Fold } from '../../core/ledger/fold';
import { readRow } from '../../core/ledger/rows';
import type { Run } from './operations/operation';

/** Nodes that found nothing hand on one empty item when "Always Output Data" is on. */
export const isEmpty = (json: object) => Object.keys(json).length === 0;

/** Folds the ledger rows that came in. Throws InputError for an item that is no row. */
export function foldOf(context: IExecuteFunctions, run: Run): Fold {
	const fold = createFold();
	context.getInputData().forEach(({ json }, item) => {
		if (isEmpty(json)) return;
		run.item = item;
		const row = readRow(json);
		if (!row) {
			throw new InputError(
				'This item is no ledger row. Connect the rows of the ledger table (wa_ledger), or the output of To Ledger Rows.',
			);
		}
		fold.add(row);
	});
	run.item = undefined;
	return fold;
}
