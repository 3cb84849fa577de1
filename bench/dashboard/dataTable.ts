import { setTimeout as wait } from 'node:timers/promises';
import { renderDashboard } from '../../core/analytics/dashboard';
import { buildReport } from '../../core/analytics/report';
import { toCells } from '../../core/analytics/cells';
import { createFold } from '../../core/ledger/fold';
import type { LedgerRow } from '../../core/ledger/row';
import { patiently } from '../support/patiently';
import { say } from '../support/say';
import { round } from '../support/stats';
import { type DashboardN8n, fillTable } from './n8n';
import { measurePage } from './page';

/** n8n's own time zone where nobody has set one. */
const TIME_ZONE = 'America/New_York';

interface Refreshed {
	html: string;
	generated_at: number;
	stored_at: number;
}

/** Waits for the first page the published workflow stores. */
async function refreshed({ api }: DashboardN8n): Promise<Refreshed> {
	const table = await api.table('wa_reports');
	for (let tries = 0; tries < 600; tries++) {
		const [row] = await patiently(async () => await table.rows());
		if (row) {
			const stored_at = Date.parse(String(row.createdAt)) / 1000;
			return { html: String(row.html), generated_at: Number(row.generated_at), stored_at };
		}
		await wait(500);
	}
	throw new Error('No page was stored within 5 minutes. See the log of n8n.');
}

/** Whether the page is what a fresh fold gives, at any second at which it may have been drawn. */
function isFresh(page: Refreshed, rows: LedgerRow[]): boolean {
	const fold = createFold();
	for (const row of rows) fold.add(row);
	const cells = toCells(fold);
	for (let now = Math.floor(page.generated_at); now <= page.stored_at + 1; now++) {
		const report = buildReport(cells, { now, timeZone: TIME_ZONE });
		if (renderDashboard(report, { query: {} }) === page.html) return true;
	}
	return false;
}

/** The embedded home: how long a refresh takes, and how fast the page is served after it. */
export async function measureDataTable(n8n: DashboardN8n, rows: LedgerRow[], times: number) {
	await fillTable(n8n.api, 'wa_ledger', rows);
	const before = n8n.peakMiB();
	say('refreshing: the workflow runs at the next full minute');
	await n8n.api.publish(n8n.made.workflows['report-refresh']);
	await n8n.api.publish(n8n.made.workflows.dashboard);
	const page = await refreshed(n8n);
	const peak = n8n.peakMiB();
	await n8n.api.unpublish(n8n.made.workflows['report-refresh']);
	say('asking for the page');
	const { html, figures } = await measurePage(n8n, 'whatsapp-dashboard', times);
	return {
		...figures,
		refresh_s: round(page.stored_at - page.generated_at),
		equals_fresh_fold: isFresh(page, rows) && html === page.html,
		rows: rows.length,
		memory_mib: { before, peak },
	};
}
