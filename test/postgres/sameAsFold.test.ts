import fc from 'fast-check';
import type { Postgres } from '../../bench/support/postgres';
import { toCells } from '../../core/analytics/cells';
import { createFold } from '../../core/ledger/fold';
import type { LedgerRow } from '../../core/ledger/row';
import { row } from '../core/ledger/support/rows';
import {
	add,
	cellsOf,
	empty,
	messagesOf,
	refresh,
	describeWithPostgres,
	startHome,
} from './support';

jest.setTimeout(300_000);

describeWithPostgres('the fold in Postgres', () => {
	let home: Postgres;
	beforeAll(async () => {
		home = await startHome();
	});
	afterAll(async () => {
		await home?.stop();
	});

	const START = 1_760_000_000;
	const some = (...values: string[]) => fc.constantFrom('', ...values);

	// Few values, so that rows meet, disagree and repeat; times from the same second to months apart.
	const anyRow: fc.Arbitrary<LedgerRow> = fc
		.record({
			kind: fc.constantFrom(
				...['planned', 'claimed', 'accepted', 'held', 'unknown', 'sent', 'delivered', 'read'],
				...['played', 'failed', 'deleted', 'skipped', 'received', 'received', 'clicked'],
				...['opted_in', 'opted_out', 'template_changed', 'account_changed', 'tomorrow'],
			),
			at: fc
				.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(1, 899, 3600, 86_400, 10 * 86_400))
				.map(([times, seconds]) => START + times * seconds),
			message_id: some('m1', 'm2', 'm3'),
			key: some('w1/a/p/1', 'w1/a/p/2'),
			contact_key: some('c1', 'c2'),
			campaign: some('a', 'b'),
			template: some('t', 'u'),
			category: some('marketing', 'utility'),
			pricing_type: some('regular', 'free_customer_service'),
			pricing_model: some('PMP'),
			error_code: some('131026', '131049'),
			reason: some('x', 'two\nlines', 'Größe'),
			reply_to: some('m1', 'm2'),
			country: some('US', 'DE'),
			phone_number_id: some('900'),
		})
		.map(({ kind, at, ...known }) => {
			const isWritten = kind === 'received' || kind === 'clicked';
			const message_id = isWritten ? `from ${known.contact_key} ${at % 3}` : known.message_id;
			return row(kind, at, { ...known, message_id, received_at: at + 2 });
		});

	/** Rows in any order, some of them repeated, cut into pieces anywhere. */
	const pieces = fc.array(anyRow, { maxLength: 24 }).chain((rows) =>
		fc
			.tuple(
				fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
				fc.subarray(rows),
				fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
			)
			.map(([all, again, cuts]) => {
				const stream = [...all, ...again];
				const ends = [...cuts.sort((a, b) => a - b), stream.length];
				return ends.map((end, i) => stream.slice(i === 0 ? 0 : ends[i - 1], end));
			}),
	);

	const sorted = (values: object[]) =>
		values
			.map((value) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))))
			.sort();

	it('gives the same messages and the same cells as the fold in core, piece by piece', async () => {
		await fc.assert(
			fc.asyncProperty(pieces, async (parts) => {
				await empty(home.sql);
				const fold = createFold();
				for (const part of parts) {
					await add(home.sql, part);
					await refresh(home.sql);
					for (const one of part) fold.add(one);
					expect(sorted(await messagesOf(home.sql))).toEqual(sorted(fold.messages()));
					expect(await cellsOf(home.sql)).toEqual(toCells(fold));
				}
			}),
			{ numRuns: 100 },
		);
	});

	it.each([
		['an answer after exactly 72 hours', '', 72 * 3600],
		['an answer after more than 72 hours', '', 72 * 3600 + 1],
		['an answer in the same second', '', 0],
		['a quote after exactly 30 days', 'm1', 30 * 86_400],
		['a quote after more than 30 days', 'm1', 30 * 86_400 + 1],
	])('draws the line where core draws it: %s', async (_, reply_to, after) => {
		await empty(home.sql);
		const rows = [
			row('accepted', START, { message_id: 'm1', contact_key: 'c1' }),
			row('received', START + after, { message_id: 'r1', contact_key: 'c1', reply_to }),
			row('opted_out', START + after, { message_id: 'r1', contact_key: 'c1' }),
		];
		const fold = createFold();
		for (const one of rows) fold.add(one);
		await add(home.sql, rows);
		await refresh(home.sql);
		expect(await cellsOf(home.sql)).toEqual(toCells(fold));
	});
});
