import type { Clock } from '../clock';
import { Cancelled } from './cancelled';
import { createWindow } from './window';

/** Meta's throughput of an ordinary business number; upgraded ones have 1,000, numbers shared with the app 20. */
export const DEFAULT_PER_SECOND = 80;

/** Several refusals of sends that were under way together are one signal. */
const ONE_SIGNAL_MS = 1000;
/** A halved pace is back at the limit after this many quiet seconds. */
const RECOVERY_SECONDS = 10;

export interface Limiter {
	/** Resolves when it is this caller's turn, first come first served. Rejects with Cancelled when the signal fires. */
	take(signal?: AbortSignal): Promise<void>;
	/** Meta said it is too fast: half the pace, and back to the limit step by step when it stays quiet. */
	slowDown(): void;
	/** Changes the limit for everybody who shares this limiter. */
	setLimit(perSecond: number): void;
	/** Turns a second at this moment. */
	pace(): number;
}

interface Waiting {
	resolve(): void;
	cancelled: boolean;
}

/** At least one; anything that is no number at all means the default. */
const wholeTurns = (perSecond: number) =>
	Number.isNaN(perSecond) ? DEFAULT_PER_SECOND : Math.max(1, Math.floor(perSecond));

/** Lets the caller go on before its turn is timed: a few rounds of the microtask queue. */
async function callerStarts(): Promise<void> {
	for (let round = 0; round < 4; round++) await Promise.resolve();
}

/**
 * Hands out at most `perSecond` turns in any 1,000 ms, spread evenly, and nearly all of them while somebody waits.
 * One timer serves everybody; time comes from `clock`.
 */
export function createLimiter({ perSecond, clock }: { perSecond: number; clock: Clock }): Limiter {
	let limit = wholeTurns(perSecond);
	let slowedAt = -Infinity;
	let slowedTo = limit;
	let running = false;
	const waiting: Waiting[] = [];
	const window = createWindow(limit);

	function pace(): number {
		const quiet = (clock.now() - slowedAt) / 1000;
		const recovered = slowedTo + (limit * quiet) / (2 * RECOVERY_SECONDS);
		return quiet === Infinity ? limit : Math.min(limit, Math.max(1, recovered));
	}

	async function serve(): Promise<void> {
		running = true;
		await callerStarts();
		window.idleUntil(clock.now());
		for (;;) {
			while (waiting[0]?.cancelled) waiting.shift();
			if (waiting.length === 0) break;
			window.setPace(pace());
			const now = clock.now();
			const at = window.next(now);
			if (at > now) {
				await clock.sleep(Math.ceil(at - now));
				continue;
			}
			window.take(now);
			waiting.shift()?.resolve();
			await callerStarts();
			window.usedAt(clock.now());
		}
		running = false;
	}

	return {
		async take(signal) {
			if (signal?.aborted) throw new Cancelled();
			await new Promise<void>((resolve, reject) => {
				const turn: Waiting = {
					cancelled: false,
					resolve() {
						signal?.removeEventListener('abort', cancel);
						resolve();
					},
				};
				const cancel = () => {
					turn.cancelled = true;
					reject(new Cancelled());
				};
				signal?.addEventListener('abort', cancel, { once: true });
				waiting.push(turn);
				if (!running) void serve();
			});
		},
		slowDown() {
			const now = clock.now();
			if (now - slowedAt < ONE_SIGNAL_MS) return;
			slowedTo = Math.max(1, pace() / 2);
			slowedAt = now;
		},
		setLimit(turns) {
			limit = wholeTurns(turns);
			window.setLimit(limit);
		},
		pace,
	};
}
