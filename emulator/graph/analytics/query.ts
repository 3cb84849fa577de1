import type { World } from '../../world';
import { parseList } from '../call';
import { invalid } from '../number/own';

/** What every kind of analytics is asked: a period, how fine, and filters as lists of words. */
export interface Query {
	/** Unix seconds; `end` is not part of the period. */
	start: number;
	end: number;
	granularity: string;
	/** The list under a name, in capitals; empty when not given. */
	list: (name: string) => string[];
}

const DAY = 86_400;
const YEAR = 366 * DAY;

/** Reads the arguments of an analytics field or the query of its edge. */
export function readQuery(
	{ clock }: World,
	given: Record<string, unknown>,
	granularities: string[],
	oldest = YEAR,
): Query {
	const start = readTime('start', given.start);
	const end = readTime('end', given.end);
	if (end <= start) throw invalid('Param end must be after start.');
	if (clock.now() / 1000 - start > oldest + DAY)
		throw invalid(`Param start must not be older than ${oldest / DAY} days.`);
	const granularity = String(given.granularity ?? '').toUpperCase();
	if (!granularities.includes(granularity))
		throw invalid(`Param granularity must be one of {${granularities.join(', ')}}.`);
	return { start, end, granularity, list: (name) => readWords(given[name]) };
}

/** Unix seconds, or a date for the edges that take one. */
function readTime(name: string, value: unknown): number {
	const text = String(value ?? '').replace(/^["']|["']$/g, '');
	if (!text) throw invalid(`The parameter ${name} is required.`);
	const seconds = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) / 1000 : Number(text);
	if (!Number.isInteger(seconds)) throw invalid(`Param ${name} must be Unix time in seconds.`);
	return seconds;
}

/** `["A","B"]`, `[A,B]` or `A,B`. */
export function readWords(value: unknown): string[] {
	const list = parseList(value) ?? value;
	const words = Array.isArray(list)
		? list
		: String(list ?? '')
				.replace(/^\[|\]$/g, '')
				.split(',');
	return words
		.map((word) =>
			String(word)
				.trim()
				.replace(/^["']|["']$/g, '')
				.toUpperCase(),
		)
		.filter(Boolean);
}

/** Refuses words that are not in the list. */
export function requireWords({ list }: Query, name: string, known: string[]): string[] {
	const wrong = list(name).find((word) => !known.includes(word));
	if (wrong) throw invalid(`Param ${name} must be one of {${known.join(', ')}} - got "${wrong}".`);
	return list(name);
}

/** Start and end of the half hour, day or month (UTC) a moment lies in. */
export function bucketOf(at: number, granularity: string): { start: number; end: number } {
	if (granularity.startsWith('MONTH')) {
		const date = new Date(at * 1000);
		const month = (plus: number) =>
			Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + plus) / 1000;
		return { start: month(0), end: month(1) };
	}
	const length = granularity === 'HALF_HOUR' ? 1800 : DAY;
	const start = at - (at % length);
	return { start, end: start + length };
}
