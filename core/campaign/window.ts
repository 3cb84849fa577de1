/** One second, and one millisecond more because a whole-millisecond clock may hide almost one between two readings. */
const WINDOW_MS = 1001;
/** How much delay of timers and of a busy process may be made up for. */
const CATCH_UP_MS = 250;

/**
 * When the next turn may be taken. Two rules at once: turns come evenly (those that a late timer missed follow at once),
 * and an exact log of the last second never holds more than `perSecond`, whatever the clock did. Times in milliseconds.
 */
export function createWindow(perSecond: number) {
	let limit = perSecond;
	let pace = perSecond;
	/** Times of the turns within the last window, oldest first, starting at `head`. */
	let log: number[] = [];
	let head = 0;
	/** When the next turn is due if turns come evenly. */
	let due = -Infinity;

	function forget(now: number): void {
		while (head < log.length && log[head] <= now - WINDOW_MS) head++;
		if (head > 1024) {
			log = log.slice(head);
			head = 0;
		}
	}

	return {
		/** Nobody waited until now: the turns of that time are gone, not saved up. */
		idleUntil(now: number): void {
			due = Math.max(due, now);
		},
		/** Earliest moment at which a turn may be taken, `now` or later. */
		next(now: number): number {
			forget(now);
			const isFull = log.length - head >= limit;
			return Math.max(now, due, isFull ? log[log.length - limit] + WINDOW_MS : now);
		},
		take(now: number): void {
			log.push(now);
			due = Math.max(due, now - CATCH_UP_MS) + 1000 / pace;
		},
		/** The last turn was really used at this moment, a little later than it was given. */
		usedAt(now: number): void {
			log[log.length - 1] = now;
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
