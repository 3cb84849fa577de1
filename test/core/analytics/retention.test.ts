import fc from 'fast-check';
import { mergeCells, toCells } from '../../../core/analytics/cells';
import { noteAlive } from '../../../core/analytics/retention/alive';
import { isSummarised, STAYS } from '../../../core/analytics/retention/border';
import { keeper, summarise } from '../../../core/analytics/retention/summarise';
import {
	begunRow,
	mayGoOn,
	readSummaries,
	summaryRows,
	type SummaryRow,
} from '../../../core/analytics/retention/summaries';
import { createFold } from '../../../core/ledger/fold';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';

const DAY = 86_400;
const START = 1_760_000_000;

/** The two data tables, as the workflows leave them. */
interface Tables {
	ledger: Array<{ id: number; row: LedgerRow }>;
	summaries: SummaryRow[];
	next: number;
}

const insert = (tables: Tables, rows: LedgerRow[]) => {
	for (const one of rows) tables.ledger.push({ id: tables.next++, row: one });
};
const insertSummaries = (tables: Tables, rows: SummaryRow[]) => {
	for (const one of rows) tables.summaries.push({ ...one, id: tables.next++ });
};

/** What the report counts. */
function cellsOf({ ledger, summaries }: Tables) {
	const { cells, border } = readSummaries(summaries);
	const fold = createFold();
	for (const { id, row: one } of ledger) if (!isSummarised(border, id, one)) fold.add(one);
	return mergeCells([...cells, ...toCells(fold)]);
}

/** The steps of the retention workflow, `now` being when it begins; it may be broken off after any of them. */
function* retention(tables: Tables, wanted: number, run: string, now = START): Generator<string> {
	insertSummaries(tables, [begunRow(run, now)]);
	yield 'begun';
	if (!mayGoOn(tables.summaries, run, now)) return;
	const up_to = tables.next - 1;
	const { period, border } = readSummaries(tables.summaries);
	// The border never moves back, even if somebody wants to keep rows for longer from now on.
	const before = Math.max(wanted, border.before);
	const [fold, alive] = [createFold(), noteAlive(before)];
	const known = tables.ledger.filter(
		({ id, row: one }) => id <= up_to && !isSummarised(border, id, one),
	);
	for (const { row: one } of known) {
		if (one.at < before) fold.add(one);
		else alive.add(one);
	}
	const { cells, kept, messages } = summarise(fold, alive.told());
	if (cells.length === 0) return;
	const stays = keeper(kept);
	const carried = known.filter(({ row: one }) => one.at < before && stays(one));
	for (const half of [0, 1]) {
		insert(
			tables,
			carried.filter((_, i) => i % 2 === half).map(({ row: one }) => one),
		);
		yield `carried ${half}`;
	}
	const rows = summaryRows(run, period, { up_to, before }, cells);
	for (const half of [0, 1]) {
		insertSummaries(
			tables,
			rows.cells.filter((_, i) => i % 2 === half),
		);
		yield `cells ${half}`;
	}
	insertSummaries(tables, [rows.seal]);
	yield `sealed ${messages}`;
	if (readSummaries(tables.summaries).period !== run) return;
	for (const half of [0, 1]) {
		tables.ledger = tables.ledger.filter(
			({ id, row: one }) => id % 2 !== half || !isSummarised({ up_to, before }, id, one),
		);
		yield `deleted ${half}`;
	}
}

const some = (...values: string[]) => fc.constantFrom('', ...values);
const anyRow: fc.Arbitrary<LedgerRow> = fc
	.record({
		kind: fc.constantFrom(
			...['claimed', 'accepted', 'unknown', 'sent', 'delivered', 'read', 'failed', 'skipped'],
			...['received', 'received', 'clicked', 'opted_in', 'opted_out', 'template_changed'],
		),
		at: fc
			.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(1, DAY / 2, 3 * DAY))
			.map(([times, seconds]) => START + times * seconds),
		message_id: some('m1', 'm2', 'm3', 'm4', 'm5'),
		key: some('k1', 'k2'),
		contact_key: some('c1', 'c2', 'c3'),
		pricing_type: some('regular'),
		error_code: some('131026'),
		reply_to: some('m1', 'm2', 'm3'),
	})
	.map(({ kind, at, ...known }) => {
		const isWritten = kind === 'received' || kind === 'clicked';
		const message_id = isWritten ? `from ${known.contact_key} ${at % 4}` : known.message_id;
		return row(kind, at, { ...known, message_id });
	});
const before = fc.integer({ min: 0, max: 60 }).map((days) => START + days * DAY);

it('changes no figure, wherever the border is, again and again, and whenever it is broken off', () => {
	fc.assert(
		fc.property(
			fc.array(anyRow, { maxLength: 30 }),
			fc.array(fc.tuple(before, fc.integer({ min: 0, max: 8 })), { minLength: 1, maxLength: 4 }),
			(rows, runs) => {
				const tables: Tables = { ledger: [], summaries: [], next: 1 };
				insert(tables, rows);
				const figures = cellsOf(tables);
				for (const [i, [border, steps]] of runs.sort(([a], [b]) => a - b).entries()) {
					const walk = retention(tables, border, `run ${i}`, START + i * DAY);
					let taken = 0;
					while (!walk.next().done) {
						expect(cellsOf(tables)).toEqual(figures);
						if (++taken === steps) break;
					}
					expect(cellsOf(tables)).toEqual(figures);
				}
			},
		),
		{ numRuns: 250 },
	);
});

it('counts once when two runs get in each other’s way', () => {
	fc.assert(
		fc.property(
			fc.array(anyRow, { maxLength: 30 }),
			before,
			before,
			fc.array(fc.boolean(), { maxLength: 16 }),
			(rows, one, other, turns) => {
				const tables: Tables = { ledger: [], summaries: [], next: 1 };
				insert(tables, rows);
				const figures = cellsOf(tables);
				const both = [retention(tables, one, 'one'), retention(tables, other, 'other')];
				for (const turn of [
					...turns,
					...Array<boolean>(16).fill(true),
					...Array<boolean>(16).fill(false),
				]) {
					both[turn ? 0 : 1].next();
					expect(cellsOf(tables)).toEqual(figures);
				}
			},
		),
		{ numRuns: 250 },
	);
});

it('takes out what is settled and nothing that is younger', () => {
	const tables: Tables = { ledger: [], summaries: [], next: 1 };
	const rows = [
		row('accepted', START, { message_id: 'old', contact_key: 'c1' }),
		row('read', START + 5, { message_id: 'old', contact_key: 'c1' }),
		row('opted_in', START, { contact_key: 'c1' }),
		row('accepted', START, { message_id: 'alive', contact_key: 'c2' }),
		row('read', START + 60 * DAY, { message_id: 'alive', contact_key: 'c2' }),
		row('accepted', START + 60 * DAY, { message_id: 'young', contact_key: 'c3' }),
	];
	insert(tables, rows);
	expect([...retention(tables, START + 30 * DAY, 'run')]).toHaveLength(8);
	const left = tables.ledger.map(({ row: one }) => `${one.kind} ${one.message_id}`).sort();
	expect(left).toEqual(['accepted alive', 'accepted young', 'opted_in ', 'read alive']);
	expect([...STAYS]).toContain('opted_out');
});
