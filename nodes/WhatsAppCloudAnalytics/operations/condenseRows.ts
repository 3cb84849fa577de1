import { toPart } from '../../../core/ledger/part';
import { foldOf } from '../input';
import type { AnalyticsOperation } from './operation';

export const condenseRows: AnalyticsOperation = {
	name: 'Condense Rows',
	action: 'Condense ledger rows',
	description:
		'Turn many ledger rows into one small item that Get Report and Get Dashboard take in their place, so that a long ledger can be read piece by piece',
	fields: [],
	async run(context, run) {
		const ledger_part = toPart(foldOf(context, run));
		return [{ json: { ledger_part }, pairedItem: { item: 0 } }];
	},
};
