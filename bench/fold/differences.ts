import { createFold } from '../../core/ledger/fold';
import { LEDGER_KINDS } from '../../core/ledger/kinds';
import type { LedgerRow } from '../../core/ledger/row';
import { consentOracle, oracle } from '../../test/core/ledger/support/oracle';
import { row } from '../../test/core/ledger/support/rows';
import { type Random, shuffle } from '../support/random';
import { say } from '../support/say';

const KINDS = [...LEDGER_KINDS, 'tomorrow'].filter((kind) => kind !== 'refused');

/** Few values, so that rows meet, disagree and repeat all the time. */
function anyRow(random: Random): LedgerRow {
	const some = (...values: string[]) => random.pick(['', ...values]);
	return row(random.pick(KINDS), 1 + random.int(6), {
		received_at: 1 + random.int(9),
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
	});
}

/** One state as text, whatever the order of its fields. */
const canon = (state: object) =>
	Object.entries(state)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${name}=${String(value)}`)
		.join(';');
const canonAll = (states: object[]) => states.map(canon).sort().join('\n');

/** What the fold makes of rows, in a form in which order does not count. */
function folded(rows: LedgerRow[]): string {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	const decided = fold.contacts().filter(({ consent }) => consent !== 'unknown');
	const consents = decided.map(({ contact_key, consent }) => [contact_key, consent] as const);
	return `${canonAll(fold.messages())}\n\n${canon(Object.fromEntries(consents))}`;
}

const expected = (rows: LedgerRow[]) =>
	`${canonAll(oracle(rows))}\n\n${canon(consentOracle(rows))}`;

/** How many orders of one heap are tried; the slow account of the heap is made once for all of them. */
const ORDERS = 10;

/**
 * Random heaps of rows with some left out, each folded in several orders with random repetitions, and compared with an
 * account that looks at all rows at once and shares no code with the fold. Counts the orders that differ.
 */
export function countDifferences(cases: number, random: Random) {
	const heaps = Math.ceil(cases / ORDERS);
	let differences = 0;
	let rows = 0;
	for (let i = 0; i < heaps; i++) {
		if (i > 0 && i % 10_000 === 0) say(`${i * ORDERS} permutations, ${differences} differences`);
		const all = Array.from({ length: 1 + random.int(24) }, () => anyRow(random));
		const heap = all.filter(() => random.int(6) !== 0);
		const right = expected(heap);
		for (let order = 0; order < ORDERS; order++) {
			const again = heap.filter(() => random.int(3) === 0);
			const stream = shuffle([...heap, ...again], random);
			rows += stream.length;
			if (folded(stream) !== right) differences++;
		}
	}
	return { differences, permutations: heaps * ORDERS, heaps, rows };
}
