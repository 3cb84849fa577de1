import type { Counts } from '../tally';
import { account } from './account';
import type { Facts } from './facts';
import { rateOf, type Measured, type Metric, type Rate, type RateMetric } from './metric';
import { moneyMetrics } from './money';
import { people, rates } from './rates';
import { stages } from './stages';
import { times } from './times';

export type { Facts } from './facts';
export { SMALLEST_BASE, type Measured, type Metric, type Rate } from './metric';

/** Every figure a report knows, in the order of the page. Names, meanings and arithmetic stand here and nowhere else. */
export const METRICS: readonly Metric[] = [
	...stages,
	...rates,
	...times,
	...people,
	...moneyMetrics,
	...account,
];

const RATES = METRICS.filter((metric): metric is RateMetric => metric.kind === 'rate');

/** All rates of a group of messages. */
export const ratesOf = (counts: Counts): Rate[] => RATES.map((metric) => rateOf(metric, counts));

function figureOf(metric: Metric, facts: Facts): Partial<Measured> {
	const { note = '' } = metric;
	switch (metric.kind) {
		case 'rate':
			return rateOf(metric, facts.counts);
		case 'count':
			return { value: metric.of(facts), note };
		case 'time': {
			const { count, ...percentiles } = metric.of(facts);
			return {
				value: percentiles.p50,
				denominator: count,
				...percentiles,
				note: count > 0 ? note : 'Nothing to count yet.',
			};
		}
		case 'value': {
			const value = metric.of(facts);
			return { value, unit: metric.unit, note: value === null ? metric.missing(facts) : note };
		}
		case 'list': {
			const value = metric.of(facts);
			return { value, part: metric.part, note: value === 0 ? metric.missing(facts) : note };
		}
	}
}

/** Every metric with its figure, or why there is none. */
export const measure = (facts: Facts): Measured[] =>
	METRICS.map((metric) => {
		const { id, label, definition, kind } = metric;
		return { id, label, definition, kind, value: null, note: '', ...figureOf(metric, facts) };
	});
