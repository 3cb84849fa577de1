import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { renderMessage } from '../../../core/analytics/messagePage';
import { packCells } from '../../../core/analytics/pack';
import { queried, type Query } from '../../../core/analytics/query';
import { buildReport } from '../../../core/analytics/report';
import { timelineOf } from '../../../core/analytics/timeline';
import { dashboardFields } from '../fields';
import { cellsOf, rowsOf } from '../input';
import { queryOf, reportOptionsOf } from '../reportOptions';
import type { AnalyticsOperation, Run } from './operation';

/** The story of one message, when the address asks for it. */
function messagePage(context: IExecuteFunctions, run: Run, query: Query): INodeExecutionData[] {
	const id = query.message;
	const timeline = timelineOf(rowsOf(context), id, run.now);
	const { timeZone = 'UTC', title = id } = reportOptionsOf(context, run);
	const html = renderMessage(timeline, { id, title, timeZone, query });
	const story = (timeline ?? null) as unknown as IDataObject | null;
	const json = { html, title, generated_at: run.now, timeline: story };
	return [{ json, pairedItem: { item: 0 } }];
}

export const dashboard: AnalyticsOperation = {
	name: 'Get Dashboard',
	action: 'Get dashboard page from ledger rows',
	description: 'Draw a complete web page with the figures of your messages, as HTML',
	fields: dashboardFields,
	async run(context, run) {
		const query = queryOf(context);
		if (query?.message) return messagePage(context, run, query);
		const cells = cellsOf(context, run);
		const chosen = reportOptionsOf(context, run);
		const found = buildReport(cells, query ? queried(query, chosen) : chosen);
		const { title, generated_at } = found;
		const html = renderDashboard(found, { query });
		const report = found as unknown as IDataObject;
		const { timeZone, rateTable } = chosen;
		const about = { timeZone, title: chosen.title, rates: rateTable?.lines };
		const kept = query ? { cells: packCells(cells, about) } : {};
		return [{ json: { html, title, generated_at, report, ...kept }, pairedItem: { item: 0 } }];
	},
};
