import { ledgerStream } from '../../bench/fold/stream';
import { createRandom } from '../../bench/support/random';
import type { Postgres } from '../../bench/support/postgres';
import { SLOT, type Cell } from '../../core/analytics/cell';
import { toCells } from '../../core/analytics/cells';
import { createFold } from '../../core/ledger/fold';
import { newRow } from '../../core/ledger/rows/newRow';
import { add, cellsOf, refresh, describeWithPostgres, startHome } from './support';

jest.setTimeout(300_000);

const DAYS_37 = 37 * 86_400;
const MESSAGES = 10_000;

describeWithPostgres('late events in Postgres', () => {
	let home: Postgres;
	beforeAll(async () => {
		home = await startHome();
	});
	afterAll(async () => {
		await home?.stop();
	});

	it('10,000 events that come 37 days late change their own cells and no others', async () => {
		// One message every 90 seconds: ten for each quarter of an hour.
		const spread = (at: number, index: number) => at + index * 90;
		const rows = ledgerStream(MESSAGES, createRandom(7)).map((row) => {
			const index = Number(row.key.split('|')[1]);
			return { ...row, at: spread(row.at, index), received_at: spread(row.received_at, index) };
		});
		const fold = createFold();
		for (const row of rows) fold.add(row);
		for (let begin = 0; begin < rows.length; begin += 5000)
			await add(home.sql, rows.slice(begin, begin + 5000));
		await refresh(home.sql);
		const before = await cellsOf(home.sql);
		expect(before).toEqual(toCells(fold));

		const sent = rows.filter(({ kind }) => kind === 'accepted');
		const chosen = sent.filter((_, index) => index % 4 === 0);
		const own = new Set(chosen.map(({ at }) => at - 1 - ((at - 1) % SLOT)));
		const late = sent.map((row) =>
			newRow(
				{
					kind: 'read',
					at: row.at + DAYS_37,
					received_at: row.at + DAYS_37 + 1,
					message_id: row.message_id,
					key: row.key,
					contact_key: row.contact_key,
					phone_number_id: row.phone_number_id,
				},
				{},
			),
		);
		const first = late.filter((_, index) => index % 4 === 0);
		await add(home.sql, first);
		await refresh(home.sql);
		const after = await cellsOf(home.sql);
		const changed = differing(before, after);
		expect(changed.size).toBeGreaterThan(0);
		expect([...changed].filter((slot) => !own.has(slot))).toEqual([]);

		// And all of them, twice over, in another order.
		await add(home.sql, [...late].reverse());
		await add(home.sql, first);
		await refresh(home.sql);
		for (const row of late) fold.add(row);
		expect(await cellsOf(home.sql)).toEqual(toCells(fold));
	});
});

/** Slots of the cells that are in one list only. */
function differing(a: Cell[], b: Cell[]): Set<number> {
	const texts = (cells: Cell[]) => new Map(cells.map((cell) => [JSON.stringify(cell), cell.slot]));
	const [one, other] = [texts(a), texts(b)];
	const only = [
		...[...one].filter(([text]) => !other.has(text)),
		...[...other].filter(([text]) => !one.has(text)),
	];
	return new Set(only.map(([, slot]) => slot));
}
