import type { Metric, RateMetric } from './metric';

const rate = (metric: Omit<RateMetric, 'kind'>): RateMetric => ({ kind: 'rate', ...metric });

/** Shares of messages that did well, and of those that did not. */
export const rates: RateMetric[] = [
	rate({
		id: 'acceptance',
		label: 'Acceptance rate',
		definition: 'Messages that Meta took, out of all that were attempted.',
		numerator: 'messages that Meta took',
		denominator: 'messages that were attempted',
		of: ({ accepted, attempted }) => [accepted, attempted],
	}),
	rate({
		id: 'delivery',
		label: 'Delivery rate',
		definition:
			'Messages that arrived, out of those Meta took and whose fate is known (arrived, failed, or not arrived within 30 days). Messages still under way are left out.',
		numerator: 'messages that arrived',
		denominator: 'messages that arrived, failed, or did not arrive within 30 days',
		of: ({ delivered, failed, expired }) => [delivered, delivered + failed + expired],
	}),
	rate({
		id: 'delivered_of_sent',
		label: 'Delivered so far',
		definition: 'Messages that arrived, out of all that left Meta, those still under way included.',
		numerator: 'messages that arrived',
		denominator: 'messages that left Meta',
		of: ({ delivered, sent }) => [delivered, sent],
	}),
	rate({
		id: 'read',
		label: 'Read rate',
		definition: 'Messages that were opened, out of those that arrived.',
		note: 'At least this many: people can switch read receipts off.',
		numerator: 'messages that were opened',
		denominator: 'messages that arrived',
		of: ({ read, delivered }) => [read, delivered],
	}),
	rate({
		id: 'failure',
		label: 'Failure rate',
		definition: 'Messages that Meta refused or gave up on, out of all that were attempted.',
		numerator: 'messages that Meta refused or gave up on',
		denominator: 'messages that were attempted',
		of: ({ failed, refused, attempted }) => [failed + refused, attempted],
	}),
	rate({
		id: 'limited_rate',
		label: 'Share limited by Meta',
		definition: 'Messages that Meta’s own limits held back, out of all that were attempted.',
		numerator: 'messages that Meta’s limits held back',
		denominator: 'messages that were attempted',
		of: ({ limited, attempted }) => [limited, attempted],
	}),
	rate({
		id: 'in_flight_rate',
		label: 'Share under way',
		definition:
			'Messages that neither arrived nor failed yet, out of those Meta took in the last 30 days of the period or before.',
		numerator: 'messages under way',
		denominator: 'messages that Meta took',
		of: ({ in_flight, accepted }) => [in_flight, accepted],
	}),
	rate({
		id: 'retry_yield',
		label: 'Yield of second attempts',
		definition: 'Second and later attempts that arrived, out of all second and later attempts.',
		numerator: 'second and later attempts that arrived',
		denominator: 'second and later attempts',
		of: ({ retries_delivered, retries }) => [retries_delivered, retries],
	}),
	rate({
		id: 'free',
		label: 'Free of charge',
		definition: 'Messages that Meta priced as free, out of all that it priced.',
		numerator: 'messages priced as free',
		denominator: 'messages that Meta priced',
		of: ({ free, billed }) => [free, billed],
	}),
];

/** What people did about the messages. */
export const people: Metric[] = [
	rate({
		id: 'reply',
		label: 'Reply rate',
		definition:
			'Messages that were answered, out of those that arrived. An answer counts for the message it quotes (for 30 days), else for the last one the person got within 72 hours. Several answers to one message count once.',
		numerator: 'messages that were answered',
		denominator: 'messages that arrived',
		of: ({ replied, delivered }) => [replied, delivered],
	}),
	rate({
		id: 'reply_24h',
		label: 'Replies within a day',
		definition: 'Messages whose first answer came within 24 hours, out of those that arrived.',
		numerator: 'messages that were answered within 24 hours',
		denominator: 'messages that arrived',
		of: ({ replied_24h, delivered }) => [replied_24h, delivered],
	}),
	rate({
		id: 'click',
		label: 'Button taps',
		definition: 'Messages on which a reply button was tapped, out of those that arrived.',
		note: 'Taps on links are known to Meta alone.',
		numerator: 'messages on which a reply button was tapped',
		denominator: 'messages that arrived',
		of: ({ clicked, delivered }) => [clicked, delivered],
	}),
	rate({
		id: 'opt_out',
		label: 'Opt-out rate',
		definition:
			'Messages that were followed by an opt-out within 72 hours, or refused because of one, out of those that arrived.',
		numerator: 'messages followed by an opt-out',
		denominator: 'messages that arrived',
		of: ({ opted_out, delivered }) => [opted_out, delivered],
	}),
	{
		kind: 'value',
		unit: 'people',
		id: 'opt_outs',
		label: 'Opt-outs',
		definition:
			'People who left in the period: by a stop word your workflow noticed, by WhatsApp’s own switch, or by Meta’s refusal 131050. Somebody who comes back and leaves again counts twice.',
		of: ({ counts, narrowed }) => (narrowed ? null : counts.opt_outs),
		missing: () => 'Not known for only some of the messages: see the opt-out rate.',
	},
	{
		kind: 'count',
		id: 'blocks',
		label: 'Signs of blocking',
		definition:
			'Messages that failed because the person blocked you (130403) or because Meta saw too many blocks and complaints (131048).',
		of: ({ counts }) => counts.blocks,
	},
];
