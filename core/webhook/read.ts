/** Reads fields of JSON whose shape nobody promised. Nothing in here throws. */
export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = Object.freeze({});

export const isRecord = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value when it is an object, else an empty one. */
export const record = (value: unknown): Json => (isRecord(value) ? value : NOTHING);

/** The value when it is a list, else an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Meta sends IDs and codes as text or as numbers, depending on the event; both become text. */
export function text(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The first of several spellings that says something. */
export function firstText(...values: unknown[]): string {
	for (const value of values) {
		const found = text(value);
		if (found) return found;
	}
	return '';
}

/** Whole Unix seconds from text, seconds or milliseconds; 0 when there is no time in it. */
export function seconds(value: unknown): number {
	const number = Number(text(value) || Number.NaN);
	if (!Number.isFinite(number) || number <= 0 || number > 1e14) return 0;
	return Math.floor(number > 1e11 ? number / 1000 : number);
}

/** A finite number, or nothing. Locations and prices come as numbers or as text. */
export function numeric(value: unknown): number | undefined {
	const number = Number(text(value) || Number.NaN);
	return Number.isFinite(number) ? number : undefined;
}
