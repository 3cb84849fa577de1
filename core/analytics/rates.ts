import type { Counts } from './tally';
import { wilson } from './wilson';

/** Below this many cases a percentage says more than it knows. */
export const SMALLEST_BASE = 30;

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

interface RateRule {
	id: string;
	label: string;
	definition: string;
	note?: string;
	of: (counts: Counts) => [numerator: number, denominator: number];
}

/** Every rate the report knows, in the order of the page. */
const RULES: readonly RateRule[] = [
	{
		id: 'acceptance',
		label: 'Acceptance rate',
		definition: 'Messages that Meta took, out of all that were attempted.',
		of: ({ accepted, attempted }) => [accepted, attempted],
	},
	{
		id: 'delivery',
		label: 'Delivery rate',
		definition:
			'Messages that arrived, out of those Meta took and whose fate is known (arrived, failed, or not arrived within 30 days). Messages still under way are left out.',
		of: ({ delivered, failed, expired }) => [delivered, delivered + failed + expired],
	},
	{
		id: 'delivered_of_sent',
		label: 'Delivered so far',
		definition: 'Messages that arrived, out of all that left Meta, those still under way included.',
		of: ({ delivered, sent }) => [delivered, sent],
	},
	{
		id: 'read',
		label: 'Read rate',
		definition: 'Messages that were opened, out of those that arrived.',
		note: 'At least this many: people can switch read receipts off.',
		of: ({ read, delivered }) => [read, delivered],
	},
	{
		id: 'failure',
		label: 'Failure rate',
		definition: 'Messages that Meta refused or gave up on, out of all that were attempted.',
		of: ({ failed, refused, attempted }) => [failed + refused, attempted],
	},
	{
		id: 'reply',
		label: 'Reply rate',
		definition:
			'Messages that were answered, out of those that arrived. An answer counts for the message it quotes, else for the last one the person got within 72 hours.',
		of: ({ replied, delivered }) => [replied, delivered],
	},
	{
		id: 'click',
		label: 'Button taps',
		definition: 'Messages on which a reply button was tapped, out of those that arrived.',
		of: ({ clicked, delivered }) => [clicked, delivered],
	},
	{
		id: 'opt_out',
		label: 'Opt-out rate',
		definition:
			'Messages that were followed by an opt-out within 72 hours, or refused because of one, out of those that arrived.',
		of: ({ opted_out, delivered }) => [opted_out, delivered],
	},
];

function rateOf({ of, ...rule }: RateRule, counts: Counts): Rate {
	const [numerator, denominator] = of(counts);
	const interval = denominator < SMALLEST_BASE ? undefined : wilson(numerator, denominator);
	const tooFew =
		denominator === 0
			? 'Nothing to count yet.'
			: `Only ${denominator} so far: percentages appear from ${SMALLEST_BASE} on.`;
	return {
		...rule,
		numerator,
		denominator,
		value: interval ? numerator / denominator : null,
		low: interval?.low ?? null,
		high: interval?.high ?? null,
		note: interval ? (rule.note ?? '') : tooFew,
	};
}

/** All rates of a group of messages. */
export function ratesOf(counts: Counts): Rate[] {
	return RULES.map((rule) => rateOf(rule, counts));
}

/** The words of each rate, for the definitions on the page. */
export const RATE_DEFINITIONS = RULES.map(({ label, definition, note }) => ({
	label,
	definition: [definition, note].filter(Boolean).join(' '),
}));
