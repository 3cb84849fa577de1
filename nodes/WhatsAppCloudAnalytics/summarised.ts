import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { isSummarised, type Border } from '../../core/analytics/retention/border';
import type { LedgerRow } from '../../core/ledger/row';

/** Which rows are in the summaries already: both as Read Summaries told them. */
export const summarisedFields: INodeProperties[] = [
	{
		displayName: 'Summarised up to Row',
		name: 'summarisedUpTo',
		type: 'number',
		default: 0,
		description:
			'The field summarised_up_to of Read Summaries. Rows that are in a summary are left out.',
	},
	{
		displayName: 'Summarised Before',
		name: 'summarisedBefore',
		type: 'number',
		default: 0,
		description: 'The field summarised_before of Read Summaries',
	},
];

/** Tells whether a row of the table is in a summary already. */
export function summarisedTest(
	context: IExecuteFunctions,
): (json: Record<string, unknown>, row: LedgerRow) => boolean {
	const number = (name: string) => Number(context.getNodeParameter(name, 0, 0));
	const border: Border = { up_to: number('summarisedUpTo'), before: number('summarisedBefore') };
	if (border.before === 0) return () => false;
	return (json, row) => isSummarised(border, Number(json.id), row);
}
