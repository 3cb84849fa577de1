/** Time, handed in. `now` is in milliseconds since 1970; `timer` calls back once and returns how to cancel it. */
export interface Clock {
	now: () => number;
	timer: (ms: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	timer: (ms, run) => {
		const handle = setTimeout(run, Math.min(ms, 2 ** 31 - 1));
		return () => clearTimeout(handle);
	},
};

/** A clock that stands still until it is told to move: for tests about hours and days. */
export function manualClock(start: number): Clock & { advance: (ms: number) => void } {
	let now = start;
	let timers: Array<{ at: number; run: () => void }> = [];
	return {
		now: () => now,
		timer: (ms, run) => {
			const timer = { at: now + Math.max(0, ms), run };
			timers.push(timer);
			return () => {
				timers = timers.filter((other) => other !== timer);
			};
		},
		advance: (ms) => {
			const end = now + ms;
			for (;;) {
				const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
				if (!next) break;
				timers = timers.filter((timer) => timer !== next);
				now = next.at;
				next.run();
			}
			now = end;
		},
	};
}

/** Whole Unix seconds, the unit of everything Meta puts into a webhook. */
export const seconds = (clock: Clock) => Math.floor(clock.now() / 1000);
