import { compareShares, holm } from '../../../core/analytics/proportions';
import { fisher } from '../../../core/analytics/fisher';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

// Published: Newcombe 1998 (paper II), table II, method 10; there it is the first share minus the second.
it.each([
	[56, 70, 48, 80, 0.0524, 0.3339],
	[9, 10, 3, 10, 0.1705, 0.809],
	[6, 7, 2, 7, 0.0582, 0.8062],
	[5, 56, 0, 29, -0.0381, 0.1926],
	[0, 10, 0, 20, -0.1611, 0.2775],
	[0, 10, 0, 10, -0.2775, 0.2775],
	[10, 10, 0, 20, 0.6791, 1],
	[10, 10, 0, 10, 0.6075, 1],
])('the interval between %d of %d and %d of %d', (a, n, b, m, low, high) => {
	const found = compareShares(share(b, m), share(a, n));
	expect(found?.low).toBeCloseTo(low, 4);
	expect(found?.high).toBeCloseTo(high, 4);
});

// Reference values: SciPy 1.17.1, stats.fisher_exact, two-sided. The first is Fisher's tea tasting.
it.each([
	[3, 4, 1, 4, 0.48571429],
	[1, 10, 11, 14, 0.0027594562],
	[8, 10, 1, 6, 0.034965035],
	[9, 10, 3, 10, 0.019766611],
	[5, 56, 0, 29, 0.16062144],
	[10, 10, 0, 20, 3.3283392e-8],
	[0, 10, 0, 20, 1],
	[56, 70, 48, 80, 0.01252113],
	[3000, 10_000, 3100, 10_000, 0.12838929],
	[2, 5000, 9, 5000, 0.065284683],
])('Fisher’s exact test of %d of %d and %d of %d', (a, n, b, m, p) => {
	expect(fisher(a, n, b, m) / p).toBeCloseTo(1, 6);
	expect(fisher(b, m, a, n) / p).toBeCloseTo(1, 6);
});

// Reference values: the pooled z statistic through SciPy 1.17.1, stats.norm.sf.
it.each([
	[100, 1000, 130, 1000, 0.03548845],
	[3000, 10_000, 3100, 10_000, 0.12458048],
	[56, 70, 48, 80, 0.0080450814],
])('the z test of %d of %d and %d of %d', (a, n, b, m, p) => {
	const found = compareShares(share(a, n), share(b, m));
	expect(found?.test).toBe('z');
	expect((found?.p ?? 0) / p).toBeCloseTo(1, 5);
});

it('takes the exact test where the normal one is not good enough', () => {
	expect(compareShares(share(2, 5000), share(9, 5000))?.test).toBe('z');
	expect(compareShares(share(1, 5000), share(8, 5000))).toMatchObject({ test: 'fisher' });
	expect(compareShares(share(19, 30), share(3, 30))?.test).toBe('z');
	expect(compareShares(share(6, 7), share(2, 7))?.test).toBe('fisher');
});

it('there is nothing to compare with nothing', () => {
	expect(compareShares(share(0, 0), share(1, 2))).toBeUndefined();
});

it('corrects for looking at several shares at once, in the order they came', () => {
	// Worked by hand: 0.005 x 4, 0.01 x 3, 0.03 x 2, 0.04 x 1 raised to the one before.
	expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
	expect(holm([0.9, 0.8])).toEqual([1, 1]);
	expect(holm([])).toEqual([]);
});
