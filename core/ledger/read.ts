/** Reads one field as text: numbers become text, everything that is no plain value becomes the empty string. */
export function text(item: Record<string, unknown>, name: string): string {
	const value = item[name];
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** Later than the year 5000 when read as seconds, so it must be milliseconds. */
const SURELY_MILLISECONDS = 1e11;

/**
 * A point in time as whole Unix seconds: from seconds or milliseconds, a number or a numeric text (Data Tables and
 * Meta use both), or an ISO date. 0 when it cannot be read.
 */
export function seconds(value: unknown): number {
	if (typeof value === 'string' && value !== '') {
		const number = Number(value);
		return seconds(Number.isNaN(number) ? Date.parse(value) : number);
	}
	if (value instanceof Date) return seconds(value.getTime());
	if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return 0;
	return Math.floor(value > SURELY_MILLISECONDS ? value / 1000 : value);
}
