import { wilson } from '../wilson';
import type { Facts } from './facts';
import type { Counts } from '../tally';

/** Below this many cases a percentage says more than it knows. */
export const SMALLEST_BASE = 30;

/** What every metric is called and means. */
interface Named {
	id: string;
	label: string;
	/** A sentence for somebody who sees the figure for the first time. */
	definition: string;
	/** What to know about the figure wherever it is shown. */
	note?: string;
}

/** How many. */
export interface CountMetric extends Named {
	kind: 'count';
	of: (facts: Facts) => number;
}

/** So many of so many. */
export interface RateMetric extends Named {
	kind: 'rate';
	numerator: string;
	denominator: string;
	of: (counts: Counts) => [numerator: number, denominator: number];
}

/** How long, as percentiles. */
export interface TimeMetric extends Named {
	kind: 'time';
	of: (facts: Facts) => Facts['times'][keyof Facts['times']];
}

/** One number that is neither: money, or messages a second. */
export interface ValueMetric extends Named {
	kind: 'value';
	numerator?: string;
	denominator?: string;
	unit: string;
	of: (facts: Facts) => number | null;
	missing: (facts: Facts) => string;
}

/** What is a list or a drawing of its own in the report: how many entries it has, and where it is. */
export interface ListMetric extends Named {
	kind: 'list';
	/** Part of the report that holds it. */
	part: string;
	of: (facts: Facts) => number;
	missing: (facts: Facts) => string;
}

export type Metric = CountMetric | RateMetric | TimeMetric | ValueMetric | ListMetric;

/** A metric with its figure. Times are seconds, rates between 0 and 1, null where there is no figure. */
export interface Measured {
	id: string;
	label: string;
	definition: string;
	kind: Metric['kind'];
	value: number | null;
	/** Why there is no value, or what to know about it. */
	note: string;
	numerator?: number;
	denominator?: number;
	/** Ends of the 95 % interval of a rate. */
	low?: number | null;
	high?: number | null;
	p50?: number | null;
	p90?: number | null;
	p99?: number | null;
	unit?: string;
	part?: string;
}

/** A rate with its figures. */
export interface Rate {
	id: string;
	label: string;
	definition: string;
	numerator: number;
	denominator: number;
	/** Share between 0 and 1, with the ends of its 95 % interval; null when there are too few cases. */
	value: number | null;
	low: number | null;
	high: number | null;
	/** Why there is no value, or what to know about it. */
	note: string;
}

/** Works a rate out; with fewer than 30 cases it has its two numbers and no percentage. */
export function rateOf({ id, label, definition, note = '', of }: RateMetric, counts: Counts): Rate {
	const [numerator, denominator] = of(counts);
	const interval = denominator < SMALLEST_BASE ? undefined : wilson(numerator, denominator);
	const tooFew =
		denominator === 0
			? 'Nothing to count yet.'
			: `Only ${denominator} so far: percentages appear from ${SMALLEST_BASE} on.`;
	return {
		id,
		label,
		definition,
		numerator,
		denominator,
		value: interval ? numerator / denominator : null,
		low: interval?.low ?? null,
		high: interval?.high ?? null,
		note: interval ? note : tooFew,
	};
}
