/** The value below which `share` (0-1) of the values lie, nearest rank. NaN for none. */
export function quantile(values: ArrayLike<number>, share: number): number {
	const sorted = Float64Array.from(values).sort();
	if (sorted.length === 0) return Number.NaN;
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

/** The middle value; between the two middle ones when their number is even. */
export function median(values: ArrayLike<number>): number {
	const sorted = Float64Array.from(values).sort();
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Keeps what can be trusted of a measured value: `digits` significant ones. */
export const round = (value: number, digits = 4) =>
	Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
