import { buildReport } from '../core/analytics/report';
import { toCells } from '../core/analytics/cells';
import { createFold } from '../core/ledger/fold';
import { measureInBrowser } from './dashboard/browser';
import { measureDataTable } from './dashboard/dataTable';
import { measureECharts } from './dashboard/echarts';
import { startDashboardN8n } from './dashboard/n8n';
import { measurePostgres } from './dashboard/postgres';
import { ledgerStream } from './fold/stream';
import { type Flags, whole } from './support/flags';
import { type Postgres, startPostgres } from './support/postgres';
import { createRandom } from './support/random';
import { say } from './support/say';

export const about =
	'the dashboard page in a real n8n: 100,000 messages in Data Tables, 1,000,000 in Postgres; drawing against ECharts (15 min)';

const POSTGRES = {
	...{ shared_buffers: '512MB', work_mem: '64MB', max_wal_size: '4GB' },
	...{ synchronous_commit: 'off', maintenance_work_mem: '256MB' },
};

export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		messages: whole(flags, 'messages', 100_000, 160_000),
		large: whole(flags, 'large', 1_000_000, 2_000_000),
		pages: whole(flags, 'pages', 30, 1000),
		seed: whole(flags, 'seed', 1),
	};
	say(`making the rows of ${settings.messages} messages`);
	const rows = ledgerStream(settings.messages, createRandom(settings.seed));
	const n8n = await startDashboardN8n(flags.packed);
	let postgres: Postgres | undefined;
	try {
		const table = await measureDataTable(n8n, rows, settings.pages);
		const browser = await measureInBrowser(n8n, 'whatsapp-dashboard');
		const fold = createFold();
		for (const row of rows.splice(0)) fold.add(row);
		const report = buildReport(toCells(fold), { now: Math.floor(Date.now() / 1000) });
		const drawing = await measureECharts(report, settings.pages);
		postgres = await startPostgres(POSTGRES);
		if (!postgres) say('Postgres is not installed here: only Data Tables are measured');
		const large =
			postgres && (await measurePostgres(n8n, postgres, { ...settings, messages: settings.large }));
		return {
			data_table_100k_ms: table.ms,
			postgres_1m_ms: large?.ms ?? null,
			gzip_kib: Math.max(table.gzip_kib, large?.gzip_kib ?? 0),
			refresh_s: table.refresh_s,
			...browser,
			data_table: table,
			postgres: large ?? 'not installed',
			drawing,
			settings,
		};
	} finally {
		await n8n.stop();
		await postgres?.stop();
	}
}
