import { percentilesOf, type Percentiles } from './percentiles';
import { ratesOf, type Rate } from './rates';
import type { Counts, Tally } from './tally';

/** One line of the campaigns or templates table. */
export interface GroupReport {
	/** Campaign or template; empty for messages that belong to none. */
	name: string;
	/** Language of a template; empty for campaigns. */
	language: string;
	category: string;
	/** When its first message was attempted, Unix seconds. */
	first_at: number;
	counts: Counts;
	rates: Record<string, Pick<Rate, 'value' | 'low' | 'high' | 'numerator' | 'denominator'>>;
	time_to_deliver: Percentiles;
	time_to_read: Percentiles;
}

export interface Group {
	name: string;
	language: string;
	category: string;
	first_at: number;
	tally: Tally;
}

function reportOf({ tally, ...group }: Group): GroupReport {
	const rates = ratesOf(tally.counts).map(({ id, value, low, high, numerator, denominator }) => [
		id,
		{ value, low, high, numerator, denominator },
	]);
	return {
		...group,
		counts: tally.counts,
		rates: Object.fromEntries(rates) as GroupReport['rates'],
		time_to_deliver: percentilesOf(tally.toDeliver),
		time_to_read: percentilesOf(tally.toRead),
	};
}

/** The newest first; messages that belong to no campaign or template come last. */
export function groupReports(groups: Iterable<Group>): GroupReport[] {
	return [...groups]
		.map(reportOf)
		.sort(
			(a, b) =>
				Number(a.name === '') - Number(b.name === '') ||
				b.first_at - a.first_at ||
				(`${a.name}\n${a.language}` < `${b.name}\n${b.language}` ? -1 : 1),
		);
}
