/** Two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson score interval of a share, both ends between 0 and 1: the range the true share lies in with 95 % confidence.
 * Unlike the textbook interval it stays honest for small counts and for shares near 0 and 1. Undefined for 0 of 0.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilson(
	successes: number,
	total: number,
): { low: number; high: number } | undefined {
	if (total <= 0) return undefined;
	const share = successes / total;
	const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * total)) / total);
	const centre = share + (Z * Z) / (2 * total);
	const scale = 1 + (Z * Z) / total;
	return {
		low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
		high: successes === total ? 1 : Math.min(1, (centre + spread) / scale),
	};
}
