import type { Fold, MessageState } from '../ledger/fold';
import { earliest, smallest } from '../ledger/join';
import { startedAt } from '../ledger/progress';
import { percentilesOf, type Percentiles } from './durations';
import { addFailure, failureBuckets, type FailureBucket, type FailureCounts } from './failures';
import { groupReports, type Group, type GroupReport } from './groups';
import { healthOf, type Health } from './health';
import { periodOf, type Period } from './period';
import { ratesOf, type Rate } from './rates';
import { reactionsOf } from './reactions';
import { addMessage, newTally, type Counts } from './tally';
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
/** When a message counts: when it was attempted, else when it was planned or skipped. */
const countsAt = (message: MessageState) =>
	startedAt(message) || earliest(message.planned_at, message.skipped_at);

function groupIn(groups: Map<string, Group>, name: string, language: string): Group {
	const id = `${name}\n${language}`;
	let group = groups.get(id);
	if (!group) {
		group = { name, language, category: '', first_at: 0, tally: newTally() };
		groups.set(id, group);
	}
	return group;
}

/** Counts everything that happened to the messages of a period. The order in which rows came changes nothing. */
export function buildReport(fold: Fold, options: ReportOptions): Report {
	const { now, timeZone = 'UTC', title = 'WhatsApp dashboard' } = options;
	const zone = createZone(timeZone);
	const period = periodOf(now, fold.last().at, options);
	const all = fold.messages();
	const messages = all.filter((message) => within(period, countsAt(message)));
	const reactions = reactionsOf(fold, all);

	const total = newTally();
	const failures: FailureCounts = new Map();
	const campaigns = new Map<string, Group>();
	const templates = new Map<string, Group>();
	for (const message of messages) {
		const reaction = reactions.get(message);
		addMessage(total, message, now, reaction);
		addFailure(failures, message);
		const groups = [
			groupIn(campaigns, message.campaign, ''),
			groupIn(templates, message.template, message.language),
		];
		for (const group of groups) {
			addMessage(group.tally, message, now, reaction);
			group.first_at = earliest(group.first_at, countsAt(message));
			group.category = smallest(group.category, message.category || message.pricing_category);
		}
	}

	const starts = messages.map(startedAt).filter((at) => at !== 0);
	const first = starts.reduce(earliest, 0);
	const last = starts.reduce((a, b) => Math.max(a, b), 0);
	const range = { from: period.from || first, to: period.from ? period.to : last + 1, now };
	const optOuts = fold
		.consents()
		.filter(({ kind, at }) => kind === 'opted_out' && within(period, at));
	return {
		version: 1,
		title,
		generated_at: now,
		time_zone: timeZone,
		period,
		counts: {
			...total.counts,
			received: fold.received().filter(({ at }) => within(period, at)).length,
			opt_outs: new Set(optOuts.map(({ contact_key }) => contact_key)).size,
		},
		rates: ratesOf(total.counts),
		time_to_deliver: percentilesOf(total.toDeliver),
		time_to_read: percentilesOf(total.toRead),
		failures: failureBuckets(failures),
		campaigns: groupReports(campaigns.values()),
		templates: groupReports(templates.values()),
		trend: starts.length > 0 ? trendOf(messages, zone, range) : { unit: 'day', points: [] },
		health: healthOf(fold, all, now),
	};
}
