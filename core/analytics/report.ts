import { earliest, smallest } from '../ledger/join';
import type { Cell } from './cell';
import { addFailure, failureBuckets, type FailureBucket, type FailureCounts } from './failures';
import { groupReports, type Group, type GroupReport } from './groups';
import { healthOf, type Health } from './health';
import { percentilesOf, type Percentiles } from './percentiles';
import { periodOf, type Period } from './period';
import { ratesOf, type Rate } from './rates';
import { addCell, newTally, type Counts } from './tally';
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
}

/** Plain JSON. Times are Unix seconds, durations seconds, rates between 0 and 1. */
export interface Report {
	version: 1;
	title: string;
	generated_at: number;
	time_zone: string;
	/** Messages count by when they were attempted, whatever happened to them later. */
	period: Period;
	counts: Counts & {
		/** Messages people wrote to us in the period. */
		received: number;
		/** People who opted out in the period, whatever made them do so. */
		opt_outs: number;
	};
	rates: Rate[];
	time_to_deliver: Percentiles;
	time_to_read: Percentiles;
	failures: FailureBucket[];
	campaigns: GroupReport[];
	templates: GroupReport[];
	trend: Trend;
	health: Health;
}

const within = ({ from, to }: Period, at: number) => at >= from && at < to;
const isAttempt = ({ status }: Cell) => status !== 'planned' && status !== 'skipped';
const total = (cells: Cell[], subject: Cell['of']) =>
	cells.reduce((sum, { of, count }) => sum + (of === subject ? count : 0), 0);

function groupIn(groups: Map<string, Group>, name: string, language: string): Group {
	const id = `${name}\n${language}`;
	let group = groups.get(id);
	if (!group) {
		group = { name, language, category: '', first_at: 0, tally: newTally() };
		groups.set(id, group);
	}
	return group;
}

/** Counts everything that happened to the messages of a period, from cells in any order. */
export function buildReport(cells: Cell[], options: ReportOptions): Report {
	const { now, timeZone = 'UTC', title = 'WhatsApp dashboard' } = options;
	const zone = createZone(timeZone);
	const health = healthOf(cells, now);
	const period = periodOf(now, health.last_event_at, options);
	const counted = cells.filter(({ slot }) => within(period, slot));
	const messages = counted.filter(({ of }) => of === 'message');

	const sum = newTally();
	const failures: FailureCounts = new Map();
	const campaigns = new Map<string, Group>();
	const templates = new Map<string, Group>();
	for (const cell of messages) {
		addCell(sum, cell, now);
		addFailure(failures, cell);
		const groups = [
			groupIn(campaigns, cell.campaign, ''),
			groupIn(templates, cell.template, cell.language),
		];
		for (const group of groups) {
			addCell(group.tally, cell, now);
			group.first_at = earliest(group.first_at, cell.first_at);
			group.category = smallest(group.category, cell.category);
		}
	}

	const attempts = messages.filter(isAttempt);
	const first = attempts.reduce((at, { first_at }) => earliest(at, first_at), 0);
	const last = attempts.reduce((at, { last_at }) => Math.max(at, last_at), 0);
	const range = { from: period.from || first, to: period.from ? period.to : last + 1, now };
	return {
		version: 1,
		title,
		generated_at: now,
		time_zone: timeZone,
		period,
		counts: {
			...sum.counts,
			received: total(counted, 'received'),
			opt_outs: total(counted, 'opted_out'),
		},
		rates: ratesOf(sum.counts),
		time_to_deliver: percentilesOf(sum.toDeliver),
		time_to_read: percentilesOf(sum.toRead),
		failures: failureBuckets(failures),
		campaigns: groupReports(campaigns.values()),
		templates: groupReports(templates.values()),
		trend: attempts.length > 0 ? trendOf(attempts, zone, range) : { unit: 'day', points: [] },
		health,
	};
}
