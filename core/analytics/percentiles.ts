import { middleOf, type Histogram } from './histogram';

export interface Percentiles {
	/** How many durations there are. */
	count: number;
	/** Seconds; null when there are none. Exact below a minute, above at most 2.5 % off. */
	p50: number | null;
	p90: number | null;
	p99: number | null;
}

/** Percentiles by nearest rank: the smallest duration that at least this share did not exceed. */
export function percentilesOf(histogram: Histogram): Percentiles {
	const ordered = [...histogram].sort(([a], [b]) => a - b);
	const count = ordered.reduce((sum, [, times]) => sum + times, 0);
	const at = (share: number): number | null => {
		let seen = 0;
		for (const [bucket, times] of ordered) {
			seen += times;
			if (seen >= share * count) return middleOf(bucket);
		}
		return null;
	};
	return { count, p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}
