import { InputError } from '../input';
import { slotOf } from './cell';

/** From `from` to before `to`, Unix seconds, at quarters of an hour. `from` 0 means from the beginning. */
export interface Period {
	from: number;
	to: number;
}

/**
 * The time a report is about. `now`, the given ends and `lastAt` (the latest event) are Unix seconds. Without an end
 * nothing is left out, not even what Meta's clock puts a few seconds ahead of ours. Both ends are moved
 * to the quarter of an hour they lie in, so that periods that follow each other share nothing. Throws InputError when it
 * ends before it begins.
 */
export function periodOf(
	now: number,
	lastAt: number,
	{ from = 0, to = 0 }: { from?: number; to?: number },
): Period {
	const end = to ? slotOf(to) : Math.max(now, lastAt) + 1;
	const begin = slotOf(from);
	if (begin >= end) {
		throw new InputError(
			'The period ends before it begins. Choose an end that is later than the start.',
		);
	}
	return { from: begin, to: end };
}
