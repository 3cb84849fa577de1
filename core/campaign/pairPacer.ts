import type { Clock } from '../clock';
import { pause } from './cancelled';

/** Meta: one message per 6 seconds from one number to one person. */
export const PAIR_EVERY_MS = 6000;
/** Forgetting people whose pause is over needs no timer, only a look now and then. */
const SWEEP_AT = 10_000;

export interface PairPacer {
	/** Resolves when this person may get the next message. Rejects with Cancelled when the signal fires. */
	take(person: string, signal?: AbortSignal): Promise<void>;
}

/**
 * One message per `everyMs` and person. `burst` messages may go out together and are paid back by waiting: Meta lends up
 * to 45, which a conversation needs and a campaign does not. Different people never wait for each other.
 */
export function createPairPacer({
	clock,
	everyMs = PAIR_EVERY_MS,
	burst = 1,
}: {
	clock: Clock;
	everyMs?: number;
	burst?: number;
}): PairPacer {
	/** When all that a person got is paid back. */
	const paidAt = new Map<string, number>();

	function sweep(now: number): void {
		if (paidAt.size < SWEEP_AT) return;
		for (const [person, at] of paidAt) if (at <= now) paidAt.delete(person);
	}

	return {
		async take(person, signal) {
			const now = clock.now();
			sweep(now);
			const debt = Math.max(paidAt.get(person) ?? 0, now);
			paidAt.set(person, debt + everyMs);
			const wait = debt - (burst - 1) * everyMs - now;
			if (wait > 0) await pause(clock, Math.ceil(wait), signal);
		},
	};
}
