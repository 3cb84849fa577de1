import { setTimeout as wait } from 'node:timers/promises';
import { toCells, mergeCells } from '../../core/analytics/cells';
import { readCell } from '../../core/analytics/readCell';
import { createFold } from '../../core/ledger/fold';
import { setUpPostgres } from '../../scripts/runtime/postgresHome';
import { ledgerBatches } from '../fold/stream';
import type { Postgres } from '../support/postgres';
import { createRandom } from '../support/random';
import { say } from '../support/say';
import { round } from '../support/stats';
import type { DashboardN8n } from './n8n';
import { measurePage } from './page';

/** How many messages are loaded between two refreshes, as a busy day would have it. */
const REFRESH_EVERY = 50_000;

const seconds = (begin: bigint) => Number(process.hrtime.bigint() - begin) / 1e9;

/** The Postgres home: what it holds equals a fresh fold in core, and the page is served from the counts it keeps. */
export async function measurePostgres(
	n8n: DashboardN8n,
	{ sql, connection, version }: Postgres,
	settings: { messages: number; pages: number; seed: number },
) {
	await setUpPostgres(n8n.api, n8n.made, connection);
	const fold = createFold();
	let [rows, loaded, addS, refreshS] = [0, 0, 0, 0];
	for (const batch of ledgerBatches(settings.messages, createRandom(settings.seed))) {
		for (const row of batch) fold.add(row);
		let begin = process.hrtime.bigint();
		await sql.query('select wa_add($1::json)', [JSON.stringify(batch)]);
		addS += seconds(begin);
		rows += batch.length;
		loaded += 2000;
		if (loaded % REFRESH_EVERY !== 0) continue;
		say(`Postgres: ${loaded} of ${settings.messages} messages, ${Math.round(addS + refreshS)} s`);
		begin = process.hrtime.bigint();
		await sql.query('select * from wa_refresh()');
		refreshS += seconds(begin);
	}
	await sql.query('select * from wa_refresh()');
	await sql.query('analyze');

	say('a minute of new events, counted');
	const late = [...ledgerBatches(2000, createRandom(settings.seed + 1))][0].slice(0, 1000);
	for (const row of late) fold.add(row);
	await sql.query('select wa_add($1::json)', [JSON.stringify(late)]);
	const begin = process.hrtime.bigint();
	await sql.query('select * from wa_refresh()');
	const refresh_1000_rows_s = round(seconds(begin));

	say('comparing the cells with a fresh fold');
	const { rows: kept } = await sql.query('select * from wa_all_cells');
	const theirs = mergeCells(kept.flatMap((one) => readCell(one) ?? []));
	const known = new Set(theirs.map((cell) => JSON.stringify(cell)));
	const ours = toCells(fold);
	const differences =
		Math.abs(theirs.length - ours.length) +
		ours.filter((cell) => !known.has(JSON.stringify(cell))).length;

	say('refreshing: the workflow runs at the next full minute');
	await n8n.api.publish(n8n.made.workflows['postgres-report-refresh']);
	await n8n.api.publish(n8n.made.workflows['postgres-dashboard']);
	const stored = async () =>
		(await sql.query('select extract(epoch from now()) - generated_at as s from wa_reports'))
			.rows[0]?.s;
	let refreshed: unknown;
	for (let tries = 0; tries < 1500 && refreshed === undefined; tries++) {
		await wait(100);
		refreshed = await stored();
	}
	await n8n.api.unpublish(n8n.made.workflows['postgres-report-refresh']);
	say('asking for the page');
	const page = await measurePage(n8n, 'whatsapp-postgres-dashboard', settings.pages);
	return {
		...page.figures,
		cells: ours.length,
		differences,
		rows,
		add_rows_per_s: Math.round(rows / addS),
		refresh_rows_per_s: Math.round(rows / refreshS),
		refresh_1000_rows_s,
		workflow_refresh_s: round(Number(refreshed)),
		version,
	};
}
