/** Below this every second has a bucket of its own. */
const EXACT_BELOW = 60;
/** Above, each bucket begins 4 % after the one before. */
const nextOf = (bound: number) => bound + Math.ceil(bound / 25);
/** Nothing changes after 37 days; what takes longer lands in the last bucket. */
const LONGEST = 37 * 86_400;

function makeBounds(): number[] {
	const bounds = Array.from({ length: EXACT_BELOW }, (_, second) => second);
	for (let bound = EXACT_BELOW; bound <= LONGEST; bound = nextOf(bound)) bounds.push(bound);
	return bounds;
}

/**
 * Where the buckets of a histogram begin, in seconds: whole seconds up to a minute, then steps of 4 %, up to 37 days.
 * Fixed for ever, so that histograms of different times and homes add up exactly. A percentile read from them is exact
 * below a minute and at most 2.5 % off above (`SELECT bounds[width_bucket(seconds, bounds)]` is the bucket in SQL).
 */
export const BUCKETS: readonly number[] = makeBounds();

/** How often each bucket occurred, by where the bucket begins. */
export type Histogram = Map<number, number>;

/** The bucket a duration in seconds belongs to. Clocks may disagree by a second: a negative one counts as 0. */
export function bucketOf(seconds: number): number {
	if (seconds <= 0) return 0;
	if (seconds < EXACT_BELOW) return Math.floor(seconds);
	let low = EXACT_BELOW;
	let high = BUCKETS.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (BUCKETS[middle] <= seconds) low = middle;
		else high = middle;
	}
	return BUCKETS[low];
}

/** Adds a duration in seconds, `times` over. */
export function addDuration(histogram: Histogram, seconds: number, times = 1): void {
	const bucket = bucketOf(seconds);
	histogram.set(bucket, (histogram.get(bucket) ?? 0) + times);
}

/** `bucket:count` of each bucket that occurred, smallest first, with a space between: `4:12 63:1`. */
export function formatHistogram(histogram: Histogram | undefined): string {
	if (!histogram) return '';
	return [...histogram]
		.sort(([a], [b]) => a - b)
		.map(([bucket, count]) => `${bucket}:${count}`)
		.join(' ');
}

const SPACE = 32;
const COLON = 58;
const ZERO = 48;

/** Adds what `formatHistogram` wrote. Read digit by digit, because a report reads hundreds of thousands of them. */
export function addHistogram(histogram: Histogram, text: string): void {
	if (text === '') return;
	let bucket = 0;
	let number = 0;
	for (let i = 0; i <= text.length; i++) {
		const character = i < text.length ? text.charCodeAt(i) : SPACE;
		if (character === COLON) {
			bucket = number;
			number = 0;
		} else if (character === SPACE) {
			histogram.set(bucket, (histogram.get(bucket) ?? 0) + number);
			number = 0;
		} else number = number * 10 + character - ZERO;
	}
}

/** The duration that stands for a bucket: itself below a minute, its middle above. */
export function middleOf(bucket: number): number {
	if (bucket < EXACT_BELOW) return bucket;
	return Math.floor((bucket + nextOf(bucket) - 1) / 2);
}
