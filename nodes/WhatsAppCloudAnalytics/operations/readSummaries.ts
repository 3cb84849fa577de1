import { packCells } from '../../../core/analytics/pack';
import { mayGoOn, readSummaries as read } from '../../../core/analytics/retention/summaries';
import { isEmpty } from '../input';
import type { AnalyticsOperation } from './operation';

export const readSummaries: AnalyticsOperation = {
	name: 'Read Summaries',
	action: 'Read summaries of older rows',
	description:
		'Add up the rows of the summaries table (wa_summaries), and tell which rows of the ledger they stand for; Get Report and Get Dashboard take the result beside the rows that are left',
	fields: [
		{
			displayName: 'Run',
			name: 'run',
			type: 'string',
			default: '',
			description:
				'Name of the retention run that asks whether it may go on. Leave empty for a report.',
		},
	],
	async run(context, { now }) {
		const rows = context
			.getInputData()
			.map(({ json }) => json)
			.filter((json) => !isEmpty(json));
		const name = context.getNodeParameter('run', 0, '') as string;
		const { cells, period, border, newest_seal } = read(rows);
		const json = {
			cells: packCells(cells),
			period,
			summarised_up_to: border.up_to,
			summarised_before: border.before,
			newest_seal,
			may_go_on: mayGoOn(rows, name, now),
		};
		return [{ json, pairedItem: { item: 0 } }];
	},
};
