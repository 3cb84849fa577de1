import type { IDataObject } from 'n8n-workflow';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { buildReport } from '../../../core/analytics/report';
import { reportFields } from '../fields';
import { cellsOf } from '../input';
import { reportOptionsOf } from '../reportOptions';
import type { AnalyticsOperation } from './operation';

export const dashboard: AnalyticsOperation = {
	name: 'Get Dashboard',
	action: 'Get dashboard page from ledger rows',
	description: 'Draw a complete web page with the figures of your messages, as HTML',
	fields: reportFields,
	async run(context, run) {
		const found = buildReport(cellsOf(context, run), reportOptionsOf(context, run.now));
		const { title, generated_at } = found;
		const html = renderDashboard(found);
		const report = found as unknown as IDataObject;
		return [{ json: { html, title, generated_at, report }, pairedItem: { item: 0 } }];
	},
};
