import type { Cell } from './cell';
import { addDuration, addHistogram, middleOf, type Histogram } from './histogram';
import { SMALLEST_BASE } from './metrics';

/** How many had opened a message so long after it arrived. */
export interface SurvivalPoint {
	/** Seconds after arriving. */
	within: number;
	/** Share between 0 and 1. */
	share: number;
	/** How many messages had been watched that long and were not opened before. */
	watched: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const STEPS = [
	...[1, 15].map((minutes) => minutes * MINUTE),
	...[1, 4, 12, 24].map((hours) => hours * HOUR),
	...[3, 7, 30].map((days) => days * DAY),
];

/** How long messages that nobody opened have been watched. */
function watchedOf(attempts: Cell[], now: number): Histogram {
	const watched: Histogram = new Map();
	for (const { status, slot, count, to_deliver } of attempts) {
		if (status !== 'delivered') continue;
		const delays: Histogram = new Map();
		addHistogram(delays, to_deliver);
		let rest = count;
		for (const [bucket, times] of delays) {
			addDuration(watched, now - slot - middleOf(bucket), times);
			rest -= times;
		}
		if (rest > 0) addDuration(watched, now - slot, rest);
	}
	return watched;
}

/**
 * The share of arrived messages that was opened within so long, by Kaplan and Meier ("Nonparametric estimation from
 * incomplete observations", JASA 53, 1958): a message that arrived an hour ago says nothing about tomorrow. `opened`:
 * seconds from arriving to opening. It ends where fewer than 30 messages have been watched long enough.
 */
export function survivalOf(attempts: Cell[], opened: Histogram, now: number): SurvivalPoint[] {
	const watched = watchedOf(attempts, now);
	const moments = [...new Set([...opened.keys(), ...watched.keys()])].sort((a, b) => a - b);
	let left = [...opened.values(), ...watched.values()].reduce((sum, times) => sum + times, 0);
	let unread = 1;
	let next = 0;
	const points: SurvivalPoint[] = [];
	for (const within of STEPS) {
		// A bucket stands for durations from its beginning on: the one that begins here is still to come.
		for (; next < moments.length && moments[next] < within; next++) {
			const reads = opened.get(moments[next]) ?? 0;
			unread *= 1 - reads / left;
			left -= reads + (watched.get(moments[next]) ?? 0);
		}
		if (left < SMALLEST_BASE) break;
		points.push({ within, share: 1 - unread, watched: left });
	}
	return points;
}
