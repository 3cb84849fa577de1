import { noteAlive } from '../../../core/analytics/retention/alive';
import { toPart } from '../../../core/ledger/part';
import { foldOf } from '../input';
import { summarisedFields, summarisedTest } from '../summarised';
import type { AnalyticsOperation } from './operation';

export const condenseRows: AnalyticsOperation = {
	name: 'Condense Rows',
	action: 'Condense ledger rows',
	description:
		'Turn many ledger rows into one small item that Get Report and Get Dashboard take in their place, so that a long ledger can be read piece by piece',
	fields: [
		...summarisedFields,
		{
			displayName: 'Only Rows Before',
			name: 'before',
			type: 'number',
			default: 0,
			description:
				'For the Retention workflow: only rows before this moment, in Unix seconds, are condensed, and of those after it is told what is still alive. Leave 0 for all rows.',
		},
	],
	async run(context, run) {
		const before = Number(context.getNodeParameter('before', 0, 0));
		const isOld = summarisedTest(context);
		const alive = noteAlive(before);
		const fold = foldOf(context, run, (row, json) => {
			if (isOld(json, row)) return false;
			if (before === 0 || row.at < before) return true;
			alive.add(row);
			return false;
		});
		const json = { ledger_part: toPart(fold), alive: JSON.stringify(alive.told()) };
		return [{ json, pairedItem: { item: 0 } }];
	},
};
