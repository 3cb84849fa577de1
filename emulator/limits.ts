import type { Clock } from './clock';
import type { Settings } from './settings';

/**
 * The two speed limits of a number. Each is a bucket: Meta documents how much may pass in which time and that a burst
 * is borrowed from the future, not how it counts.
 */
export interface Limits {
	/** Undefined when a message may pass now; otherwise the code it is refused with. */
	check: (phoneNumberId: string, to: string) => 130429 | 131056 | undefined;
	/** A message passed: it uses up a part of both buckets. */
	use: (phoneNumberId: string, to: string) => void;
	clear: () => void;
}

interface Bucket {
	level: number;
	at: number;
}

const DEFAULT_PAIR = { every_ms: 6000, burst: 45 };

export function createLimits(clock: Clock, settings: () => Settings): Limits {
	const numbers = new Map<string, Bucket>();
	const pairs = new Map<string, Bucket>();

	const throughput = () => {
		const { throughput: perSecond } = settings();
		return perSecond > 0 ? { size: Math.max(1, perSecond), perMs: perSecond / 1000 } : undefined;
	};
	const pair = () => {
		const { pair_limit } = settings();
		if (pair_limit === false) return undefined;
		const { every_ms, burst } = pair_limit === true ? DEFAULT_PAIR : pair_limit;
		return { size: burst, perMs: 1 / every_ms };
	};
	function used(bucket: Bucket | undefined, perMs: number): number {
		return bucket ? Math.max(0, bucket.level - (clock.now() - bucket.at) * perMs) : 0;
	}

	return {
		check: (phoneNumberId, to) => {
			const overall = throughput();
			// A hair of tolerance: the levels are fractions.
			if (overall && used(numbers.get(phoneNumberId), overall.perMs) + 1 > overall.size + 1e-6)
				return 130429;
			const same = pair();
			if (same && used(pairs.get(`${phoneNumberId} ${to}`), same.perMs) + 1 > same.size + 1e-6)
				return 131056;
			return undefined;
		},
		use: (phoneNumberId, to) => {
			const add = (buckets: Map<string, Bucket>, key: string, perMs: number) =>
				buckets.set(key, { level: used(buckets.get(key), perMs) + 1, at: clock.now() });
			add(numbers, phoneNumberId, throughput()?.perMs ?? Infinity);
			if (to) add(pairs, `${phoneNumberId} ${to}`, pair()?.perMs ?? Infinity);
		},
		clear: () => {
			numbers.clear();
			pairs.clear();
		},
	};
}
