import { mergeCells, toCells } from '../../core/analytics/cells';
import { readCell } from '../../core/analytics/readCell';
import { createFold } from '../../core/ledger/fold';
import type { LedgerRow } from '../../core/ledger/row';
import { SET_UP_SQL } from '../../core/ledger/sql/setUp';
import { startPostgres } from '../support/postgres';
import { say } from '../support/say';

const seconds = (begin: bigint) => Number(process.hrtime.bigint() - begin) / 1e9;

/**
 * The Postgres home as it is shipped: rows added and counted by its own functions, and its cells compared with those of
 * the fold. Undefined where no Postgres is installed.
 */
export async function measureHome(rows: LedgerRow[]) {
	const postgres = await startPostgres({
		shared_buffers: '512MB',
		work_mem: '64MB',
		fsync: 'off',
		max_wal_size: '4GB',
	});
	if (!postgres) return undefined;
	const { sql, stop } = postgres;
	try {
		say('the Postgres home: adding and counting');
		await sql.query(SET_UP_SQL);
		let [addS, refreshS] = [0, 0];
		for (let begin = 0; begin < rows.length; begin += 5000) {
			const chunk = JSON.stringify(rows.slice(begin, begin + 5000));
			let at = process.hrtime.bigint();
			await sql.query('select wa_add($1::json)', [chunk]);
			addS += seconds(at);
			if ((begin / 5000) % 20 !== 19) continue;
			at = process.hrtime.bigint();
			await sql.query('select * from wa_refresh()');
			refreshS += seconds(at);
		}
		const at = process.hrtime.bigint();
		await sql.query('select * from wa_refresh()');
		refreshS += seconds(at);

		const fold = createFold();
		for (const row of rows) fold.add(row);
		const begin = process.hrtime.bigint();
		const ours = toCells(fold);
		const cellsS = seconds(begin);
		const { rows: kept } = await sql.query('select * from wa_all_cells');
		const theirs = mergeCells(kept.flatMap((one) => readCell(one) ?? []));
		const known = new Set(theirs.map((cell) => JSON.stringify(cell)));
		const missing = ours.filter((cell) => !known.has(JSON.stringify(cell))).length;
		return {
			cells: ours.length,
			cells_s: Number(cellsS.toFixed(3)),
			add_rows_per_s: Math.round(rows.length / addS),
			refresh_rows_per_s: Math.round(rows.length / refreshS),
			cell_differences: Math.max(missing, Math.abs(theirs.length - ours.length)),
		};
	} finally {
		await stop();
	}
}
