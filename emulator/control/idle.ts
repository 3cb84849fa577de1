import type { World } from '../world';

const LOOK_EVERY_MS = 10;

/**
 * Waits until every planned status has happened and every webhook is delivered. Throws when that takes longer than
 * `timeout_ms` (real time): going on as if nothing were pending would hide a receiver that refuses.
 */
export async function idle(
	{ agenda, queue }: World,
	{ timeout_ms = 30_000 }: { timeout_ms?: number } = {},
): Promise<{ idle: true }> {
	const end = Date.now() + timeout_ms;
	for (;;) {
		const planned = agenda.size();
		const { pending } = queue.counts();
		if (planned === 0 && pending === 0) return { idle: true };
		if (Date.now() >= end)
			throw new NotIdle(
				`Still busy after ${timeout_ms} ms: ${planned} planned events, ${pending} undelivered webhooks`,
			);
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}
}

export class NotIdle extends Error {
	readonly statusCode = 408;
}
