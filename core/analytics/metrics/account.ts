import type { Facts } from './facts';
import type { Metric, ValueMetric } from './metric';

const against = (id: string, label: string, figure: 'sent' | 'delivered'): ValueMetric => ({
	kind: 'value',
	id,
	label,
	definition: `Messages ${figure} by this ledger minus those by Meta’s own analytics for the same time.`,
	numerator: `messages ${figure} in the ledger`,
	denominator: `messages ${figure} by Meta’s analytics (subtracted)`,
	unit: 'messages',
	of: ({ counts, meta }: Facts) =>
		meta?.[figure] === undefined ? null : counts[figure] - meta[figure],
	missing: () => 'Meta’s own figures were not fetched for this report.',
});

/** Lists of the report, and how it stands beside what Meta says. */
export const account: Metric[] = [
	{
		kind: 'list',
		id: 'failures',
		label: 'Why messages did not arrive',
		definition:
			'Messages that were refused or failed, by reason and Meta’s code, with the templates and countries each concerns most and what to do next.',
		part: 'failures',
		of: ({ lists }) => lists.failures,
		missing: () => 'Nothing failed.',
	},
	{
		kind: 'list',
		id: 'news',
		label: 'Quality and status of templates and account',
		definition: 'What Meta reported about templates and the account, the newest first.',
		part: 'news',
		of: ({ lists }) => lists.news,
		missing: () =>
			'Meta reported nothing. Such news comes only to a receiver that listens at the app, not at one number.',
	},
	{
		kind: 'value',
		id: 'messaging_limit',
		label: 'Use of the messaging limit',
		definition: 'People written to first within 24 hours, out of as many as Meta allows.',
		numerator: 'people written to first within 24 hours',
		denominator: 'people Meta allows within 24 hours',
		unit: 'share',
		of: () => null,
		missing: ({ limit_news }) =>
			limit_news > 0
				? 'The ledger names no people, so use cannot be counted; what Meta reported about the limit stands among the news.'
				: 'Meta told nothing about the limit. The campaign’s plan asks Meta and says how the campaign fits.',
	},
	{
		kind: 'list',
		id: 'breakdowns',
		label: 'Breakdowns',
		definition:
			'The same figures by campaign, version, template, language, category, country and business number.',
		part: 'breakdowns',
		of: ({ lists }) => lists.breakdowns,
		missing: () => 'No messages yet.',
	},
	{
		kind: 'list',
		id: 'heatmap',
		label: 'Hours of the week',
		definition:
			'Messages by weekday and hour in which they were attempted, by your clock and by the clock of the recipient’s country (where a country has several zones, the one most people live in), with the share that was opened.',
		part: 'heatmap',
		of: ({ lists }) => lists.heatmap,
		missing: () => 'No messages yet.',
	},
	{
		kind: 'list',
		id: 'comparison',
		label: 'Comparison',
		definition:
			'Two versions or two periods side by side: the difference of each rate with its 95% interval (Newcombe) and the chance that nothing but chance made it (z test, for small numbers Fisher’s exact test, corrected after Holm for looking at several rates).',
		part: 'comparison',
		of: ({ lists }) => lists.comparison,
		missing: () =>
			'Nothing is compared: choose two versions of a campaign, or a period with one before it.',
	},
	against('meta_sent', 'Sent, beside Meta’s figure', 'sent'),
	against('meta_delivered', 'Delivered, beside Meta’s figure', 'delivered'),
];
