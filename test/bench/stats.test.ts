import { median, quantile } from '../../bench/support/stats';

it.each([
	[[3, 1, 2], 2],
	[[4, 1, 3, 2], 2.5],
	[[7], 7],
])('the median of %j is %d', (values, middle) => {
	expect(median(values)).toBe(middle);
});

it('has no median of nothing', () => {
	expect(median([])).toBeNaN();
});

it('takes the nearest rank for other shares', () => {
	const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
	expect([0, 0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 50, 99, 100]);
});
