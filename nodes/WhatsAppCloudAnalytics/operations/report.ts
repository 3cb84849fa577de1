import type { IDataObject } from 'n8n-workflow';
import { buildReport } from '../../../core/analytics/report';
import { reportFields } from '../fields';
import { cellsOf } from '../input';
import { reportOptionsOf } from '../reportOptions';
import type { AnalyticsOperation } from './operation';

export const report: AnalyticsOperation = {
	name: 'Get Report',
	action: 'Get report from ledger rows',
	description:
		'Count what happened to your messages: rates, reasons, times, campaigns and templates, as data',
	fields: reportFields,
	async run(context, run) {
		const cells = cellsOf(context, run);
		const json = buildReport(cells, reportOptionsOf(context, run)) as unknown as IDataObject;
		return [{ json, pairedItem: { item: 0 } }];
	},
};
