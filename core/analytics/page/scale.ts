/** A round top for an axis (1, 2, 2.5 or 5 times a power of ten) and its steps, at least 1 apart: we count things. */
export function niceScale(largest: number, steps = 4): number[] {
	const rough = Math.max(1, largest / steps);
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10;
	const step = Math.max(1, Math.ceil(factor * power));
	const count = Math.max(1, Math.ceil(largest / step));
	return Array.from({ length: count + 1 }, (_, i) => i * step);
}
