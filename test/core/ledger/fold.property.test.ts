import fc from 'fast-check';
import { createFold, merge, type Fold } from '../../../core/ledger/fold';
import { addPart, toPart } from '../../../core/ledger/part';
import type { LedgerRow } from '../../../core/ledger/row';
import { consentOracle, oracle } from './support/oracle';
import { row } from './support/rows';

const some = (...values: string[]) => fc.constantFrom('', ...values);
const kinds = [
	'planned',
	'claimed',
	'accepted',
	'held',
	'unknown',
	'sent',
	'delivered',
	'read',
	'played',
	'failed',
	'deleted',
	'skipped',
	'received',
	'clicked',
	'opted_in',
	'opted_out',
	'template_changed',
	'tomorrow',
];

// Few values, so that rows meet, disagree and repeat all the time.
const anyRow: fc.Arbitrary<LedgerRow> = fc
	.record({
		kind: fc.constantFrom(...kinds),
		at: fc.integer({ min: 1, max: 6 }),
		received_at: fc.integer({ min: 1, max: 9 }),
		message_id: some('m1', 'm2', 'm3'),
		key: some('k1', 'k2'),
		contact_key: some('c1', 'c2'),
		campaign: some('a', 'b'),
		template: some('t', 'u'),
		category: some('marketing', 'utility'),
		pricing_type: some('regular', 'free_customer_service'),
		pricing_model: some('PMP'),
		error_code: some('131026', '131049'),
		reason: some('x', 'y'),
		reply_to: some('m1', 'm2'),
		country: some('US', 'DE'),
	})
	.map(({ kind, at, ...known }) => row(kind, at, known));

const foldOf = (rows: LedgerRow[]): Fold => {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	return fold;
};
const sorted = (values: object[]) =>
	values
		.map((value) =>
			JSON.stringify(
				Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
			),
		)
		.sort();
const everything = (fold: Fold) => ({
	messages: sorted(fold.messages()),
	contacts: sorted(fold.contacts()),
	received: sorted(fold.received()),
	consents: sorted(fold.consents()),
	news: sorted(fold.news()),
	last: fold.last(),
});

/** Rows, and the same rows in another order with some of them repeated. */
const shuffled = fc.array(anyRow, { maxLength: 24 }).chain((rows) =>
	fc.record({
		rows: fc.constant(rows),
		again: fc
			.tuple(
				fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
				fc.subarray(rows),
				fc.integer({ min: 0, max: 30 }),
			)
			.map(([all, repeated, at]) => [...all.slice(0, at), ...repeated, ...all.slice(at)]),
	}),
);

const runs = { numRuns: 1000 };

it('gives the same state in any order and with any repetition', () => {
	fc.assert(
		fc.property(shuffled, ({ rows, again }) => {
			expect(everything(foldOf(again))).toEqual(everything(foldOf(rows)));
		}),
		runs,
	);
});

it('agrees with an account that looks at all rows at once, whatever is missing', () => {
	fc.assert(
		fc.property(shuffled, ({ again }) => {
			expect(sorted(foldOf(again).messages())).toEqual(sorted(oracle(again)));
		}),
		runs,
	);
});

it('knows the last decision of each person, and an opt-out wins a tie', () => {
	fc.assert(
		fc.property(shuffled, ({ again }) => {
			const found = foldOf(again)
				.contacts()
				.filter(({ consent }) => consent !== 'unknown')
				.map(({ contact_key, consent }) => [contact_key, consent]);
			expect(Object.fromEntries(found)).toEqual(consentOracle(again));
		}),
		runs,
	);
});

it('split anywhere and merged either way, it is the whole', () => {
	fc.assert(
		fc.property(shuffled, fc.integer({ min: 0, max: 30 }), ({ rows, again }, at) => {
			const whole = everything(foldOf(rows));
			const [left, right] = [() => foldOf(again.slice(0, at)), () => foldOf(again.slice(at))];
			expect(everything(merge(left(), right()))).toEqual(whole);
			expect(everything(merge(right(), left()))).toEqual(whole);
			expect(everything(merge(foldOf(rows), foldOf(rows)))).toEqual(whole);
		}),
		runs,
	);
});

it('condensed into parts and joined again, it is the whole', () => {
	fc.assert(
		fc.property(shuffled, fc.integer({ min: 0, max: 30 }), ({ rows, again }, at) => {
			const joined = createFold();
			for (const part of [again.slice(at), again.slice(0, at)])
				addPart(joined, toPart(foldOf(part)));
			expect(everything(joined)).toEqual(everything(foldOf(rows)));
			for (const one of again) joined.add(one);
			expect(everything(joined)).toEqual(everything(foldOf(rows)));
		}),
		runs,
	);
});

it('goes on the same after it was read or merged', () => {
	fc.assert(
		fc.property(shuffled, fc.integer({ min: 0, max: 30 }), ({ rows, again }, at) => {
			const fold = foldOf(again.slice(0, at));
			const other = foldOf(rows);
			fold.messages();
			merge(fold, other);
			const before = everything(other);
			for (const one of again.slice(at)) fold.add(one);
			expect(everything(other)).toEqual(before);
			expect(everything(fold)).toEqual(everything(foldOf(rows)));
		}),
		runs,
	);
});
