/**
 * Durations in whole seconds with how often each occurred. Meta's times are whole seconds, so this is exact, and two of
 * them add up by adding the counts.
 */
export type Durations = Map<number, number>;

export interface Percentiles {
	/** How many durations there are. */
	count: number;
	/** Seconds; null when there are none. */
	p50: number | null;
	p90: number | null;
	p99: number | null;
}

/** Adds one duration. Clocks may disagree by a second: a negative one counts as 0. */
export function addDuration(durations: Durations, seconds: number): void {
	const value = Math.max(0, seconds);
	durations.set(value, (durations.get(value) ?? 0) + 1);
}

/** Percentiles by nearest rank: the smallest duration that at least this share did not exceed. */
export function percentilesOf(durations: Durations): Percentiles {
	const ordered = [...durations].sort(([a], [b]) => a - b);
	const count = ordered.reduce((sum, [, times]) => sum + times, 0);
	const at = (share: number): number | null => {
		let seen = 0;
		for (const [seconds, times] of ordered) {
			seen += times;
			if (seen >= share * count) return seconds;
		}
		return null;
	};
	return { count, p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}
