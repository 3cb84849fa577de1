/**
 * One second and a little: a whole-millisecond clock hides almost one millisecond between two readings, and callers start
 * a moment after their turn was timed.
 */
const WINDOW_MS = 1003;
/** How much may be caught up at once after a late wake-up. */
const CATCH_UP_MS = 200;

/**
 * When the next turn may be taken. Two rules at once: turns come evenly (a late timer may catch up a fifth of a second),
 * and an exact log of the last second never holds more than `perSecond`, whatever the clock did. Times in milliseconds.
 */
export function createWindow(perSecond: number) {
	let limit = perSecond;
	let pace = perSecond;
	/** Release times within the last window, oldest first, starting at `head`. */
	let log: number[] = [];
	let head = 0;
	/** When the next turn is due if turns come evenly. */
	let due = -Infinity;

	const step = () => WINDOW_MS / pace;
	// A fifth of a second's worth, and never less than a tenth of a step: timers are always a little late.
	const slack = () => Math.max(Math.min(CATCH_UP_MS, (limit / 5 - 1) * step()), step() / 10);

	function forget(now: number): void {
		while (head < log.length && log[head] <= now - WINDOW_MS) head++;
		if (head > 1024) {
			log = log.slice(head);
			head = 0;
		}
	}

	return {
		/** Earliest moment at which a turn may be taken, `now` or later. */
		next(now: number): number {
			forget(now);
			const full = log.length - head >= limit;
			const freeAt = full ? log[log.length - limit] + WINDOW_MS : now;
			return Math.max(now, freeAt, due - slack());
		},
		take(now: number): void {
			log.push(now);
			due = Math.max(due, now) + step();
		},
		setLimit(turns: number): void {
			limit = turns;
		},
		/** Turns a second from now on, at most the limit. */
		setPace(turns: number): void {
			pace = turns;
		},
	};
}
