import type { IDataObject } from 'n8n-workflow';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { buildReport } from '../../../core/analytics/report';
import { reportFields } from '../fields';
import { foldOf } from '../input';
import { reportOptionsOf } from '../reportOptions';
import type { AnalyticsOperation } from './operation';

export const dashboard: AnalyticsOperation = {
	name: 'Get Dashboard',
	action: 'Get dashboard page from ledger rows',
	description: 'Draw a complete web page with the figures of your messages, as HTML',
	fields: reportFields,
	async run(context, run) {
		const found = buildReport(foldOf(context, run), reportOptionsOf(context, run.now));
		const { title, generated_at, time_zone, period, counts } = found;
		const summary = { title, generated_at, time_zone, period, counts } as unknown as IDataObject;
		return [{ json: { html: renderDashboard(found), ...summary }, pairedItem: { item: 0 } }];
	},
};
