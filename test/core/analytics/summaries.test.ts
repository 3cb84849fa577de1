import { toCells } from '../../../core/analytics/cells';
import {
	begunRow,
	mayGoOn,
	readSummaries,
	summaryRows,
} from '../../../core/analytics/retention/summaries';
import { createFold } from '../../../core/ledger/fold';
import { row } from '../ledger/support/rows';

const START = 1_760_000_000;
const fold = createFold();
fold.add(row('accepted', START, { message_id: 'm1' }));
fold.add(row('accepted', START + 5000, { message_id: 'm2' }));
const cells = toCells(fold);
const border = { up_to: 9, before: START + 9000 };

/** As the table numbers them. */
const stored = (...rows: Array<Record<string, unknown>>) =>
	rows.map((one, i) => ({ ...one, id: i + 1 }));

it('counts a period once it is sealed, and tells its border', () => {
	const one = summaryRows('one', '', border, cells);
	expect(readSummaries(stored(...one.cells)).cells).toEqual([]);
	expect(readSummaries(stored(...one.cells, one.seal))).toEqual({
		cells,
		period: 'one',
		border,
		newest_seal: 3,
	});
});

it('does not count a period of which a part is missing', () => {
	const one = summaryRows('one', '', border, cells);
	expect(readSummaries(stored(one.cells[0], one.seal))).toMatchObject({ cells: [], period: '' });
});

it('counts the first of two that began at the same period, and what follows it', () => {
	const one = summaryRows('one', '', border, cells);
	const two = summaryRows('two', '', { ...border, up_to: 20 }, cells);
	const three = summaryRows('three', 'one', { ...border, up_to: 30 }, cells);
	const rows = stored(...one.cells, ...two.cells, ...three.cells, one.seal, two.seal, three.seal);
	const found = readSummaries(rows);
	expect(found).toMatchObject({ period: 'three', border: { up_to: 30 } });
	expect(found.cells.map(({ count }) => count)).toEqual([2, 2]);
});

it('lets only the first of several runs go on, and forgets a run that was broken off', () => {
	const rows = stored(begunRow('one', START), begunRow('two', START + 60));
	expect(mayGoOn(rows, 'one', START + 60)).toBe(true);
	expect(mayGoOn(rows, 'two', START + 60)).toBe(false);
	expect(mayGoOn(rows, 'two', START + 6 * 3600 + 1)).toBe(true);
	expect(mayGoOn([], '', START)).toBe(false);
});
