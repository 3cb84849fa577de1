import type { Cell } from './cell';
import { comparisonOf, type Compare } from './compared';
import type { Comparison } from './comparison';
import { priceCells } from './cost/price';
import type { RateTable } from './cost/rates';
import { costFacts, costReport, type CostReport } from './cost/report';
import { addFailure, failureBuckets, type FailureBucket, type FailureCounts } from './failures';
import { narrowed, type Filter } from './filter';
import { DIMENSION_NAMES, groupReports, type Dimension, type GroupReport } from './groups';
import { healthOf, newsOf, type Health, type News } from './health';
import { heatmapOf, type Heatmap } from './heatmap';
import { measure, ratesOf, type Facts, type Measured, type Rate } from './metrics';
import { percentilesOf, type Percentiles } from './percentiles';
import { periodOf, type Period } from './period';
import { skippedOf, type SkippedReason } from './skipped';
import { fastestOf } from './speed';
import { survivalOf, type SurvivalPoint } from './survival';
import { addCell, addTimes, newCounts, newTimes, type Counts } from './tally';
import { trendOf, type Trend } from './trend';
import { createZone } from './zone';

export interface ReportOptions {
	/** Unix seconds. */
	now: number;
	/** IANA name; days and hours are counted by its clock. */
	timeZone?: string;
	/** Unix seconds; all time when left out. */
	from?: number;
	/** Unix seconds, not included; now when left out. */
	to?: number;
	title?: string;
	/** Only messages of this campaign, template, country … */
	filter?: Filter;
	compare?: Compare;
	/** Meta's own figures for the same time. */
	meta?: Facts['meta'];
	/** The user's rate table. Without it nothing is said about cost. */
	rateTable?: RateTable;
}

/** Plain JSON. Times are Unix seconds, durations seconds, rates between 0 and 1. */
export interface Report extends Record<Dimension, GroupReport[]> {
	version: 2;
	title: string;
	generated_at: number;
	time_zone: string;
	/** Messages count by when they were attempted, whatever happened to them later. */
	period: Period;
	filter: Filter;
	counts: Counts & {
		/** Messages people wrote to us in the period; 0 in a report that is narrowed to some messages of ours. */
		received: number;
		/** People who opted out in the period; likewise. */
		opt_outs: number;
	};
	/** Every figure with its meaning, or why there is none. */
	metrics: Measured[];
	rates: Rate[];
	time_to_deliver: Percentiles;
	time_to_read: Percentiles;
	failures: FailureBucket[];
	skipped: SkippedReason[];
	trend: Trend;
	heatmap: Heatmap;
	survival: SurvivalPoint[];
	comparison?: Comparison;
	/** What Meta reported about templates and the account in the period, newest first. */
	news: News[];
	/** When there is a rate table. */
	cost?: CostReport;
	health: Health;
}

const within = ({ from, to }: Period, at: number) => at >= from && at < to;
const isAttempt = ({ of, status }: Cell) =>
	of === 'message' && status !== 'planned' && status !== 'skipped';
const total = (cells: Cell[], subject: Cell['of']) =>
	cells.reduce((sum, { of, count }) => sum + (of === subject ? count : 0), 0);

const NEWS_SHOWN = 50;

function trendDuring(attempts: Cell[], period: Period, timeZone: string, now: number): Trend {
	if (attempts.length === 0) return { unit: 'day', points: [] };
	const first = attempts.reduce((at, { first_at }) => Math.min(at, first_at), Infinity);
	const last = attempts.reduce((at, { last_at }) => Math.max(at, last_at), 0);
	const range = { from: period.from || first, to: period.from ? period.to : last + 1, now };
	return trendOf(attempts, createZone(timeZone), range);
}

/** What the counted cells cost. Tiers and allowances count the whole month, so all cells are priced and then narrowed. */
function costDuring(cells: Cell[], counted: Cell[], { rates, problems }: RateTable): CostReport {
	const wanted = new Set(counted);
	const priced = priceCells(cells, rates).filter(({ cell }) => wanted.has(cell));
	return costReport(priced, problems);
}

/** Counts everything that happened to the messages of a period, from cells in any order. */
export function buildReport(cells: Cell[], options: ReportOptions): Report {
	const { now, timeZone = 'UTC', title = 'WhatsApp dashboard', filter = {}, meta } = options;
	const zone = createZone(timeZone);
	const health = healthOf(cells, now);
	const period = periodOf(now, health.last_event_at, options);
	const wanted = narrowed(cells, filter);
	const counted = wanted.filter(({ slot }) => within(period, slot));
	const attempts = counted.filter(isAttempt);

	const sum = newCounts();
	const took = newTimes();
	const failed: FailureCounts = new Map();
	for (const cell of counted) {
		addCell(sum, cell, now);
		addTimes(took, cell);
		if (cell.of === 'message') addFailure(failed, cell);
	}
	const counts = {
		...sum,
		received: total(counted, 'received'),
		opt_outs: total(counted, 'opted_out'),
	};
	const ours = counted.filter(({ of }) => of === 'message' || of === 'billed');
	const groups = Object.fromEntries(
		DIMENSION_NAMES.map((dimension) => [dimension, groupReports(dimension, ours, now)]),
	) as Record<Dimension, GroupReport[]>;
	const failures = failureBuckets(failed);
	const skipped = skippedOf(counted);
	const survival = survivalOf(attempts, took.to_open, now);
	const comparison = comparisonOf(options.compare, wanted, { period, zone, now });
	const news = newsOf(counted);
	const times = {
		to_deliver: percentilesOf(took.to_deliver),
		to_read: percentilesOf(took.to_read),
		to_open: percentilesOf(took.to_open),
		late: percentilesOf(took.late),
	};
	const cost = options.rateTable && costDuring(cells, counted, options.rateTable);
	const metrics = measure({
		counts,
		cost: cost && costFacts(cost),
		times,
		speed: fastestOf(attempts),
		lists: {
			failures: failures.length,
			skipped: skipped.length,
			survival: survival.length,
			news: news.length,
			breakdowns: DIMENSION_NAMES.filter((dimension) => groups[dimension].length > 0).length,
			comparison: comparison?.rates.length ?? 0,
			heatmap: attempts.length,
		},
		narrowed: Object.keys(filter).length > 0,
		limit_news: news.filter(({ reason }) => /limit|tier/i.test(reason)).length,
		meta,
	});
	return {
		version: 2,
		title,
		generated_at: now,
		time_zone: timeZone,
		period,
		filter,
		counts,
		metrics,
		rates: ratesOf(counts),
		time_to_deliver: times.to_deliver,
		time_to_read: times.to_read,
		failures,
		skipped,
		...groups,
		trend: trendDuring(attempts, period, timeZone, now),
		heatmap: heatmapOf(attempts, zone),
		survival,
		...(comparison && { comparison }),
		news: news.slice(0, NEWS_SHOWN),
		...(cost && { cost }),
		health,
	};
}
