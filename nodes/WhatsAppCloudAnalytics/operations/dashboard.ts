import type { IDataObject } from 'n8n-workflow';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { packCells } from '../../../core/analytics/pack';
import { queried } from '../../../core/analytics/query';
import { buildReport } from '../../../core/analytics/report';
import { dashboardFields } from '../fields';
import { cellsOf } from '../input';
import { queryOf, reportOptionsOf } from '../reportOptions';
import type { AnalyticsOperation } from './operation';

export const dashboard: AnalyticsOperation = {
	name: 'Get Dashboard',
	action: 'Get dashboard page from ledger rows',
	description: 'Draw a complete web page with the figures of your messages, as HTML',
	fields: dashboardFields,
	async run(context, run) {
		const cells = cellsOf(context, run);
		const query = queryOf(context);
		const chosen = reportOptionsOf(context, run);
		const found = buildReport(cells, query ? queried(query, chosen) : chosen);
		const { title, generated_at } = found;
		const html = renderDashboard(found, { query });
		const report = found as unknown as IDataObject;
		const kept = query
			? { cells: packCells(cells, { timeZone: chosen.timeZone, title: chosen.title }) }
			: {};
		return [{ json: { html, title, generated_at, report, ...kept }, pairedItem: { item: 0 } }];
	},
};
