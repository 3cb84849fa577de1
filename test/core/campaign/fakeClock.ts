import type { Clock } from '../../../core/clock';

interface Sleeper {
	at: number;
	wake(): void;
	fail(reason: unknown): void;
}

export interface FakeClock extends Clock {
	/** Lets time pass until `ms` later, or until nobody sleeps any more. */
	run(ms?: number): Promise<void>;
}

const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** Time that stands still until a test lets it pass. `late` gives the delay of each wake-up, as real timers have. */
export function fakeClock(late: () => number = () => 0): FakeClock {
	let time = 1_700_000_000_000;
	let sleepers: Sleeper[] = [];
	const clock: FakeClock = {
		now: () => time,
		sleep: async (ms, signal) =>
			await new Promise<void>((resolve, reject) => {
				const sleeper = { at: time + ms + late(), wake: resolve, fail: reject };
				sleepers.push(sleeper);
				signal?.addEventListener('abort', () => {
					sleepers = sleepers.filter((other) => other !== sleeper);
					reject(signal.reason as Error);
				});
			}),
		async run(ms = Infinity) {
			const end = time + ms;
			for (;;) {
				await settle();
				sleepers.sort((a, b) => a.at - b.at);
				const next = sleepers[0];
				if (!next || next.at > end) break;
				sleepers.shift();
				time = Math.max(time, next.at);
				next.wake();
			}
			if (Number.isFinite(end)) time = end;
			await settle();
		},
	};
	return clock;
}
