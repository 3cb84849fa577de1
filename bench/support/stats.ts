/** The value below which `share` (0-1) of the values lie, nearest rank. NaN for none. */
export function quantile(values: ArrayLike<number>, share: number): number {
	const sorted = Float64Array.from(values).sort();
	if (sorted.length === 0) return Number.NaN;
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export const median = (values: ArrayLike<number>) => quantile(values, 0.5);

/** Keeps what can be trusted of a measured value: `digits` significant ones. */
export const round = (value: number, digits = 4) =>
	Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
