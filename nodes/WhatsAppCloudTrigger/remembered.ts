import type { Clock } from '../../core/clock';

/**
 * Remembers what `read` gave, for `forMs`; calls that come meanwhile share it. What could not be read is asked for again
 * by the next call.
 */
export function createRemembered<T>(clock: Clock, forMs: number) {
	let kept: { key: string; until: number; value: Promise<T> } | undefined;
	return async (key: string, read: () => Promise<T>): Promise<T> => {
		if (kept?.key === key && clock.now() < kept.until) return await kept.value;
		const mine = { key, until: clock.now() + forMs, value: read() };
		kept = mine;
		try {
			return await mine.value;
		} catch (error) {
			if (kept === mine) kept = undefined;
			throw error;
		}
	};
}
