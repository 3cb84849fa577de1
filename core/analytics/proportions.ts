import { fisher } from './fisher';
import { wilson } from './wilson';

/** A share: so many of so many. */
export interface Share {
	numerator: number;
	denominator: number;
}

/** How two shares differ. */
export interface Difference {
	/** Second share minus the first, with the ends of its 95 % interval (Newcombe's hybrid score interval, method 10). */
	difference: number;
	low: number;
	high: number;
	/** The chance of at least such a difference when nothing but chance made it. */
	p: number;
	test: 'z' | 'fisher';
}

/** Below this many expected cases in a corner of the table the normal approximation is not good enough. */
const SMALLEST_EXPECTED = 5;

/**
 * Complementary error function, relative error below 1.2e-7. Source: W. H. Press et al., Numerical Recipes, section 6.2
 * (Chebyshev fit).
 */
function erfc(x: number): number {
	const t = 1 / (1 + x / 2);
	const factors = [
		-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
		1.48851587, -0.82215223, 0.17087277,
	];
	const sum = factors.reduceRight((total, factor) => total * t + factor, 0);
	return t * Math.exp(-x * x + sum);
}

/** Two-proportion z test with the pooled share, two-sided. */
function zTest(one: Share, two: Share): number {
	const pooled = (one.numerator + two.numerator) / (one.denominator + two.denominator);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.denominator + 1 / two.denominator));
	if (error === 0) return 1;
	const z = Math.abs(two.numerator / two.denominator - one.numerator / one.denominator) / error;
	return erfc(z / Math.SQRT2);
}

function smallestExpected(one: Share, two: Share): number {
	const all = one.denominator + two.denominator;
	const hits = one.numerator + two.numerator;
	return (Math.min(hits, all - hits) * Math.min(one.denominator, two.denominator)) / all;
}

/**
 * Compares two shares: the z test for large numbers, Fisher's exact test for small ones. Undefined when one of them is
 * of nothing. Interval: R. G. Newcombe, "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17 (1998).
 */
export function compareShares(one: Share, two: Share): Difference | undefined {
	const [a, b] = [one, two].map(({ numerator, denominator }) => wilson(numerator, denominator));
	if (!a || !b) return undefined;
	const [p1, p2] = [one, two].map(({ numerator, denominator }) => numerator / denominator);
	const difference = p2 - p1;
	const isSmall = smallestExpected(one, two) < SMALLEST_EXPECTED;
	return {
		difference,
		low: difference - Math.hypot(p2 - b.low, a.high - p1),
		high: difference + Math.hypot(b.high - p2, p1 - a.low),
		p: isSmall
			? fisher(one.numerator, one.denominator, two.numerator, two.denominator)
			: zTest(one, two),
		test: isSmall ? 'fisher' : 'z',
	};
}

/** Holm's correction: what each chance is worth when several shares were looked at together. Keeps the order. */
export function holm(chances: number[]): number[] {
	const corrected = new Array<number>(chances.length);
	let least = 0;
	[...chances.keys()]
		.sort((a, b) => chances[a] - chances[b])
		.forEach((index, rank) => {
			least = Math.max(least, Math.min(1, chances[index] * (chances.length - rank)));
			corrected[index] = least;
		});
	return corrected;
}
