import { SET_UP_SQL } from '../../core/ledger/sql/setUp';
import { CELL_COLUMNS, type Cell } from '../../core/analytics/cell';
import { mergeCells } from '../../core/analytics/cells';
import { newMessage, type MessageState } from '../../core/ledger/messageState';
import { hasPostgres } from '../../scripts/runtime/postgres';
import type { LedgerRow } from '../../core/ledger/row';
import { startPostgres, type Postgres, type Sql } from '../../bench/support/postgres';

/**
 * `describe`, where a Postgres is installed. Elsewhere the tests are named as skipped with the reason, except in CI, where
 * a missing one fails them.
 */
export function describeWithPostgres(name: string, tests: () => void): void {
	if (hasPostgres() || process.env.CI) {
		describe(name, tests);
		return;
	}
	process.stderr.write(
		`No Postgres found, so "${name}" is skipped. Install Debian's postgresql.\n`,
	);
	describe.skip(`${name} (no Postgres on this machine)`, tests);
}

/** A real Postgres with the tables of the package. */
export async function startHome(): Promise<Postgres> {
	const postgres = await startPostgres({ fsync: 'off' });
	if (!postgres) throw new Error('Postgres is required here: apt-get install postgresql');
	await postgres.sql.query(SET_UP_SQL);
	return postgres;
}

export async function empty(sql: Sql): Promise<void> {
	await sql.query(
		'truncate wa_ledger, wa_touched, wa_messages, wa_received, wa_cells, wa_summaries; update wa_progress set last_at = 0, last_received_at = 0, summarised_to = 0',
	);
}

export async function add(sql: Sql, rows: LedgerRow[]): Promise<number> {
	const { rows: found } = await sql.query('select wa_add($1::json) as stored', [
		JSON.stringify(rows),
	]);
	return Number(found[0].stored);
}

export async function refresh(sql: Sql): Promise<void> {
	await sql.query('select * from wa_refresh()');
}

/** States as the fold in core names them. */
export async function messagesOf(sql: Sql): Promise<MessageState[]> {
	const { rows } = await sql.query('select * from wa_messages');
	return rows.map((row) => {
		const state = newMessage('');
		for (const [name, empty] of Object.entries(state)) {
			const value = typeof empty === 'number' ? Number(row[name] ?? 0) : row[name];
			Object.assign(state, { [name]: value });
		}
		return state;
	});
}

/** All cells, summaries included, in core's order. */
export async function cellsOf(sql: Sql): Promise<Cell[]> {
	const names = Object.keys(CELL_COLUMNS)
		.map((name) => `"${name}"`)
		.join(', ');
	const { rows } = await sql.query(
		`select ${names} from wa_cells union all select ${names} from wa_summaries`,
	);
	return mergeCells(
		rows.map(
			(row) =>
				Object.fromEntries(
					Object.entries(CELL_COLUMNS).map(([name, type]) => [
						name,
						type === 'number' ? Number(row[name]) : row[name],
					]),
				) as Cell,
		),
	);
}
