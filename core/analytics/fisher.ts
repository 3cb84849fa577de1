/** Natural logarithms of factorials, made as far as they are needed. */
const logFactorials = [0];

function logFactorial(n: number): number {
	for (let i = logFactorials.length; i <= n; i++)
		logFactorials.push(logFactorials[i - 1] + Math.log(i));
	return logFactorials[n];
}

/** Two tables whose probabilities differ by rounding alone are equally likely. */
const ROUNDING = 1 + 1e-7;

/**
 * Fisher's exact test for two shares, two-sided: the chance of a table at least as unlikely as this one when nothing but
 * chance makes the difference. Right for small numbers, slow beyond some 100,000 cases. Source: R. A. Fisher, "On the
 * interpretation of chi-squared from contingency tables", JRSS 85 (1922).
 */
export function fisher(a: number, ofA: number, b: number, ofB: number): number {
	const hits = a + b;
	const all = ofA + ofB;
	const chance = (x: number) =>
		Math.exp(
			logFactorial(ofA) +
				logFactorial(ofB) +
				logFactorial(hits) +
				logFactorial(all - hits) -
				logFactorial(all) -
				logFactorial(x) -
				logFactorial(ofA - x) -
				logFactorial(hits - x) -
				logFactorial(ofB - hits + x),
		);
	const limit = chance(a) * ROUNDING;
	let sum = 0;
	for (let x = Math.max(0, hits - ofB); x <= Math.min(ofA, hits); x++) {
		const found = chance(x);
		if (found <= limit) sum += found;
	}
	return Math.min(1, sum);
}
