import { setTimeout as wait } from 'node:timers/promises';

/** Repeats an assertion until it holds, or fails with its own message when time is up. */
export async function eventually(check: () => Promise<void>, timeoutMs = 30_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		try {
			await check();
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await wait(300);
		}
	}
}
