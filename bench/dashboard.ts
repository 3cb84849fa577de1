import { startDashboardN8n } from './dashboard/n8n';
import { measureDataTable } from './dashboard/dataTable';
import { ledgerStream } from './fold/stream';
import { type Flags, whole } from './support/flags';
import { createRandom } from './support/random';
import { say } from './support/say';

export const about =
	'the dashboard page in a real n8n: 100,000 messages in Data Tables, against ECharts (6 min)';

export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		messages: whole(flags, 'messages', 100_000, 160_000),
		pages: whole(flags, 'pages', 30, 1000),
		seed: whole(flags, 'seed', 1),
	};
	say(`making the rows of ${settings.messages} messages`);
	const rows = ledgerStream(settings.messages, createRandom(settings.seed));
	const n8n = await startDashboardN8n(flags.packed);
	try {
		const table = await measureDataTable(n8n, rows, settings.pages);
		return {
			data_table_100k_ms: table.ms,
			gzip_kib: table.gzip_kib,
			refresh_s: table.refresh_s,
			data_table: table,
			settings,
		};
	} finally {
		await n8n.stop();
	}
}
