import { InputError } from '../input';

/** From `from` to before `to`, Unix seconds. `from` 0 means from the beginning. */
export interface Period {
	from: number;
	to: number;
}

/**
 * The time a report is about. `now`, the given ends and `lastAt` (the latest event) are Unix seconds. Without an end
 * nothing is left out, not even what Meta's clock puts a few seconds ahead of ours. Throws InputError when it ends before
 * it begins.
 */
export function periodOf(
	now: number,
	lastAt: number,
	{ from = 0, to }: { from?: number; to?: number },
): Period {
	const end = to || Math.max(now, lastAt) + 1;
	if (from >= end) {
		throw new InputError(
			'The period ends before it begins. Choose an end that is later than the start.',
		);
	}
	return { from, to: end };
}
