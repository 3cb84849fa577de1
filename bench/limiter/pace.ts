import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../support/random';
import type { Contender } from './contenders';

/** One call to Meta takes this long, as in a real campaign. */
const SEND_MS = [60, 120];
/** Sends that wait for their turn, in seconds of the limit: a campaign always has more to do. */
const WAITING = 2;

/**
 * Keeps a limiter busy for `busyMs` with so many workers that somebody always waits, and returns when each send began,
 * in milliseconds on Node's monotonic clock.
 */
export async function pace(
	{ start }: Contender,
	limit: number,
	busyMs: number,
	random: Random,
): Promise<number[]> {
	const { paced, stop } = start(limit);
	const times: number[] = [];
	const until = performance.now() + busyMs;
	const worker = async () => {
		while (performance.now() < until) {
			await paced(() => times.push(performance.now()));
			await wait(SEND_MS[0] + random.int(SEND_MS[1] - SEND_MS[0]));
		}
	};
	await Promise.all(Array.from({ length: WAITING * limit }, worker));
	await stop();
	return times;
}

/** Blocks the process now and then, as a busy n8n does. Returns how to stop. */
export function stall(random: Random): () => void {
	let timer: NodeJS.Timeout;
	const next = () => {
		timer = setTimeout(
			() => {
				const until = performance.now() + 10 + random.int(140);
				while (performance.now() < until);
				next();
			},
			200 + random.int(800),
		);
	};
	next();
	return () => clearTimeout(timer);
}
