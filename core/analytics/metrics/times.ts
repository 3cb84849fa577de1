import type { Metric } from './metric';

const NO_TABLE = 'Nothing arrived yet.';

/** How long things took. Meta's clock has whole seconds: 0 is a real answer. */
export const times: Metric[] = [
	{
		kind: 'time',
		id: 'time_to_deliver',
		label: 'Time to deliver',
		definition:
			'From leaving until arriving, by Meta’s clock: the time that half, 90% and 99% of the messages did not exceed. Exact below a minute, at most 2.5% off above.',
		of: ({ times }) => times.to_deliver,
	},
	{
		kind: 'time',
		id: 'time_to_read',
		label: 'Time to read',
		definition:
			'From leaving until opened, of the messages that were opened: the time that half, 90% and 99% of them did not exceed.',
		of: ({ times }) => times.to_read,
	},
	{
		kind: 'list',
		id: 'survival',
		label: 'Read within',
		definition:
			'Share of arrived messages that was opened within so many hours after arriving. Messages that arrived only lately count for as long as they have been watched (Kaplan-Meier).',
		part: 'survival',
		of: ({ lists }) => lists.survival,
		missing: () => NO_TABLE,
	},
	{
		kind: 'value',
		id: 'webhook_latency',
		label: 'Answer time to Meta',
		definition: 'How long this n8n takes to answer Meta’s webhook calls. Meta asks for 250 ms.',
		unit: 'ms',
		of: () => null,
		missing: () =>
			'Not in the ledger. The operation Webhook > Get Trigger Health and n8n’s executions list show how the receiver does.',
	},
	{
		kind: 'time',
		id: 'lateness',
		label: 'Lateness of news',
		definition:
			'From the moment a message arrived or failed, by Meta’s clock, until this n8n learnt of it.',
		of: ({ times }) => times.late,
	},
	{
		kind: 'value',
		id: 'speed',
		label: 'Fastest sending',
		definition:
			'Messages a second in the busiest quarter of an hour, from its first message to its last. Meta’s limit is 80 a second for most numbers, 20 with the WhatsApp Business app on the same number, and up to 1,000.',
		numerator: 'messages attempted in the quarter of an hour',
		denominator: 'seconds from the first to the last of them',
		unit: 'messages a second',
		of: ({ speed }) => speed,
		missing: () => 'Fewer than 100 messages in any quarter of an hour: too few to tell.',
	},
];
