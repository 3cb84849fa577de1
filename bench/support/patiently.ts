import { setTimeout as wait } from 'node:timers/promises';

/** An overloaded n8n answers that its database is not ready; then the question is put again, for a minute at most. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries++) {
		try {
			return await ask();
		} catch (error) {
			if (tries === 30) throw error;
			await wait(2000);
		}
	}
}
