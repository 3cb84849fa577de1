import type { Counts } from '../tally';
import type { CountMetric, Metric, RateMetric } from './metric';

const count = (
	id: string,
	label: string,
	definition: string,
	of: (counts: Counts) => number,
): CountMetric => ({ kind: 'count', id, label, definition, of: (facts) => of(facts.counts) });

/** What one stage of the funnel loses. */
const loss = (
	id: string,
	label: string,
	denominator: string,
	of: RateMetric['of'],
): RateMetric => ({
	kind: 'rate',
	id,
	label,
	definition: `Messages that went no further, out of ${denominator}.`,
	numerator: 'messages that went no further (yet)',
	denominator,
	of,
});

/** Where messages are on their way from the plan to the reader. */
export const stages: Metric[] = [
	count(
		'audience',
		'Audience',
		'People a message was planned for, tried for, or who were skipped. A second attempt is not a second person.',
		({ planned, skipped, attempted, retries }) => planned + skipped + attempted - retries,
	),
	{
		kind: 'list',
		id: 'skipped',
		label: 'Skipped, by reason',
		definition:
			'People who were left out before anything was sent: no opt-in, opted out, too many messages, quiet hours, a double, an invalid number.',
		part: 'skipped',
		of: ({ lists }) => lists.skipped,
		missing: () => 'Nobody was skipped, or the plan’s skipped rows are not kept in the ledger.',
	},
	{
		kind: 'value',
		id: 'queued',
		label: 'Waiting',
		definition: 'Messages that are planned and not tried yet.',
		unit: 'messages',
		of: ({ counts }) => counts.planned || null,
		missing: () => 'Nothing waits, or the plan’s rows are not kept in the ledger.',
	},
	count(
		'accepted',
		'Accepted',
		'Messages that Meta took. A later status proves that too.',
		({ accepted }) => accepted,
	),
	count(
		'unknown',
		'Without an answer',
		'Sends of which nobody knows yet whether Meta took them. A status settles each of them.',
		({ unknown }) => unknown,
	),
	count('sent', 'Sent', 'Messages that left Meta’s servers.', ({ sent }) => sent),
	count(
		'delivered',
		'Delivered',
		'Messages that reached a phone. What was read was delivered, even when Meta leaves that status out; and what arrived on one device did not fail because of another.',
		({ delivered }) => delivered,
	),
	count(
		'opened',
		'Read',
		'Messages that were opened or listened to. People can switch read receipts off.',
		({ read }) => read,
	),
	count(
		'failed',
		'Not delivered',
		'Messages that Meta refused at once, or took and gave up on later.',
		({ failed, refused }) => failed + refused,
	),
	count(
		'limited',
		'Limited by Meta',
		'Of those not delivered: held back by Meta’s own limits, such as too much marketing to one person. Nothing is wrong with the message or the number.',
		({ limited }) => limited,
	),
	count(
		'in_flight',
		'Under way',
		'Messages that Meta took and that neither arrived nor failed yet, for up to 30 days.',
		({ in_flight }) => in_flight,
	),
	count(
		'expired',
		'Not arrived in 30 days',
		'Messages that Meta took more than 30 days ago and that never arrived: Meta stops trying then.',
		({ expired }) => expired,
	),
	loss(
		'lost_before_accepted',
		'Lost before Meta took them',
		'messages that were attempted',
		(counts) => [counts.attempted - counts.accepted, counts.attempted],
	),
	loss('lost_before_sent', 'Lost before leaving Meta', 'messages that Meta took', (counts) => [
		counts.accepted - counts.sent,
		counts.accepted,
	]),
	loss('lost_before_delivered', 'Lost before arriving', 'messages that left Meta', (counts) => [
		counts.sent - counts.delivered,
		counts.sent,
	]),
	loss('lost_before_read', 'Arrived and not opened', 'messages that arrived', (counts) => [
		counts.delivered - counts.read,
		counts.delivered,
	]),
];
