import type { IDataObject } from 'n8n-workflow';
import { keeper } from '../../../core/analytics/retention/summarise';
import { readRow } from '../../../core/ledger/rows';
import { isEmpty } from '../input';
import { namedIn } from '../named';
import { summarisedFields, summarisedTest } from '../summarised';
import type { AnalyticsOperation } from './operation';

export const pickKept: AnalyticsOperation = {
	name: 'Pick Kept Rows',
	action: 'Pick ledger rows of messages that are still alive',
	description:
		'From rows before the border, those that must stay because their message is still alive, for the Retention workflow',
	fields: [
		{
			displayName: 'Kept',
			name: 'kept',
			type: 'string',
			default: '',
			required: true,
			description: 'The field "kept" of Summarise Rows',
		},
		...summarisedFields,
	],
	async run(context, run) {
		const kept = context.getNodeParameter('kept', 0, '');
		const stays = keeper(
			namedIn(kept, '"Kept" is not what Summarise Rows has told. Map its field "kept".'),
		);
		const isOld = summarisedTest(context);
		return context.getInputData().flatMap(({ json }, item) => {
			if (isEmpty(json)) return [];
			run.item = item;
			const row = readRow(json);
			return row && stays(row) && !isOld(json, row)
				? [{ json: row as unknown as IDataObject, pairedItem: { item } }]
				: [];
		});
	},
};
