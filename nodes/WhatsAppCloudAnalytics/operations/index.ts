import type { INodeProperties } from 'n8n-workflow';
import { condenseRows } from './condenseRows';
import { dashboard } from './dashboard';
import { explain } from './explain';
import type { AnalyticsOperation } from './operation';
import { pickKept } from './pickKept';
import { readSummaries } from './readSummaries';
import { report } from './report';
import { summarise } from './summarise';
import { toLedgerRows } from './toLedgerRows';

/** Keys are the values n8n stores in workflows: never rename them. */
export const operations: Readonly<Record<string, AnalyticsOperation>> = {
	condenseRows,
	dashboard,
	explain,
	pickKept,
	readSummaries,
	report,
	summarise,
	toLedgerRows,
};

const shownFor = (operation: string, field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { operation: [operation], ...field.displayOptions?.show } },
});

/** The drop-down and the fields of each operation. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'toLedgerRows',
		options: Object.entries(operations)
			.map(([value, { name, action, description }]) => ({ name, value, action, description }))
			.sort((a, b) => a.name.localeCompare(b.name)),
	},
	...Object.entries(operations).flatMap(([operation, { fields }]) =>
		fields.map((field) => shownFor(operation, field)),
	),
];
