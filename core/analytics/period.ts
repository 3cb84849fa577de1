import { InputError } from '../input';

/** From `from` to before `to`, Unix seconds. `from` 0 means from the beginning. */
export interface Period {
	from: number;
	to: number;
}

/** The time a report is about. `now` and the given ends are Unix seconds. Throws InputError when it ends before it begins. */
export function periodOf(now: number, { from = 0, to }: { from?: number; to?: number }): Period {
	// The current second belongs to the report.
	const end = to === undefined || to === 0 ? now + 1 : to;
	if (from >= end) {
		throw new InputError(
			'The period ends before it begins. Choose an end that is later than the start.',
		);
	}
	return { from, to: end };
}
