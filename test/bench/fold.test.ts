import { countDifferences } from '../../bench/fold/differences';
import { ledgerStream } from '../../bench/fold/stream';
import { createRandom } from '../../bench/support/random';

it('finds no difference in a sample of permutations', () => {
	expect(countDifferences(2000, createRandom(7))).toMatchObject({
		differences: 0,
		permutations: 2000,
	});
});

it('makes the same ledger from the same seed, with the rows of every message', () => {
	const [a, b] = [1, 1].map((seed) => ledgerStream(500, createRandom(seed)));
	expect(a).toEqual(b);
	expect(new Set(a.map(({ key }) => key)).size).toBe(500);
	expect(new Set(a.map(({ event_id }) => event_id)).size).toBeLessThan(a.length);
});
