import type { CostFacts, Facts } from './facts';
import type { Metric, ValueMetric } from './metric';

const NO_COST = 'No rate table yet: load one with the rates workflow, and costs appear here.';

const per = (
	id: string,
	label: string,
	what: string,
	of: (facts: Facts) => number,
): ValueMetric => ({
	kind: 'value',
	id,
	label,
	definition: `Cost of the period, divided by the ${what} of the period.`,
	numerator: 'cost by your rate table',
	denominator: what,
	unit: 'money',
	of: (facts) => (facts.cost && of(facts) > 0 ? facts.cost.total / of(facts) : null),
	missing: ({ cost }) => (cost ? 'Nothing to divide by yet.' : NO_COST),
});

const money = (
	metric: Pick<ValueMetric, 'id' | 'label' | 'definition' | 'missing'>,
	of: (cost: CostFacts) => number | undefined,
): ValueMetric => ({
	kind: 'value',
	unit: 'money',
	...metric,
	of: ({ cost }) => (cost && of(cost)) ?? null,
});

/** What it cost. The amounts come from the rate table the user keeps. */
export const moneyMetrics: Metric[] = [
	money(
		{
			id: 'cost',
			label: 'Cost',
			definition:
				'What the messages that Meta priced in the period cost by your rate table. What Meta prices as free, holds or drops costs nothing.',
			missing: () => NO_COST,
		},
		({ total }) => total,
	),
	per(
		'cost_per_delivered',
		'Cost per delivered message',
		'messages that arrived',
		({ counts }) => counts.delivered,
	),
	per(
		'cost_per_read',
		'Cost per read message',
		'messages that were opened',
		({ counts }) => counts.read,
	),
	per(
		'cost_per_reply',
		'Cost per answered message',
		'messages that were answered',
		({ counts }) => counts.replied,
	),
	money(
		{
			id: 'cost_forecast',
			label: 'Cost expected by the plan',
			definition: 'What the campaign’s plan expected to pay, to hold beside what was paid.',
			missing: () => 'No plan with an expected cost is known for this report.',
		},
		({ planned }) => planned,
	),
];
