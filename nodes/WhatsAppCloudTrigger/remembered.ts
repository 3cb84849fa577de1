import type { Clock } from '../../core/clock';

/**
 * Remembers what `read` gave, for `forMs`; calls that come meanwhile share it. What could not be read is asked for again
 * by the next call.
 */
export function createRemembered<T>(clock: Clock, forMs: number) {
	let kept: { key: string; until: number; value: Promise<T> } | undefined;
	return async (key: string, read: () => Promise<T>): Promise<T> => {
		if (kept?.key === key && clock.now() < kept.until) return await kept.value;
		const value = read();
		kept = { key, until: clock.now() + forMs, value };
		value.catch(() => {
			if (kept?.value === value) kept = undefined;
		});
		return await value;
	};
}
