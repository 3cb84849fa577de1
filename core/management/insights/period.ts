import { InputError } from '../../input';

/** Unix seconds; `end` is not part of the period. */
export interface Period {
	start: number;
	end: number;
}

const DAY = 86_400;
const date = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

/**
 * The period to ask for: up to now and seven days long unless said otherwise. Throws InputError when it is empty or
 * begins before `days` days ago, which is how long Meta keeps the figures.
 */
export function periodOf(
	{ start, end }: Partial<Period>,
	now: number,
	{ days, what }: { days: number; what: string },
): Period {
	const to = end ?? Math.floor(now);
	const from = start ?? to - 7 * DAY;
	if (from >= to) {
		throw new InputError(
			`Start (${date(from)}) is not before End (${date(to)}). Choose a period of at least a day.`,
		);
	}
	if (from < now - days * DAY) {
		throw new InputError(
			`Meta keeps ${what} for ${days} days, and Start is ${date(from)}. Choose a later one.`,
		);
	}
	return { start: from, end: to };
}

/** Unix seconds as people and sheets read them: `2026-11-01T00:00:00Z`. */
export const utc = (seconds: unknown): string => {
	const at = Number(seconds);
	return Number.isFinite(at) && at > 0
		? new Date(at * 1000).toISOString().replace('.000Z', 'Z')
		: '';
};
