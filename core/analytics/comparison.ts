import type { Cell } from './cell';
import { SMALLEST_BASE, ratesOf, type Rate } from './metrics';
import { compareShares, holm, type Difference } from './proportions';
import { addCell, newCounts, type Counts } from './tally';

/** One rate of both sides. */
export interface ComparedRate extends Difference {
	id: string;
	label: string;
	a: Pick<Rate, 'numerator' | 'denominator'>;
	b: Pick<Rate, 'numerator' | 'denominator'>;
	/** The chance `p`, corrected for all rates that were looked at. */
	p_corrected: number;
	/** What it means, in words. */
	verdict: string;
}

export interface Comparison {
	kind: 'variants' | 'periods';
	a: { label: string; counts: Counts };
	b: { label: string; counts: Counts };
	rates: ComparedRate[];
	/** What to know before acting on it. */
	warnings: string[];
}

const COMPARED = ['delivery', 'read', 'reply', 'click', 'opt_out', 'failure', 'limited_rate'];
/** One in twenty, as everywhere. */
const SIGNIFICANT = 0.05;
/** With a larger share under way, the figures are still going to change. */
const MUCH_UNDER_WAY = 0.05;

const countsOf = (cells: Cell[], now: number): Counts => {
	const counts = newCounts();
	for (const cell of cells) addCell(counts, cell, now);
	return counts;
};

function verdictOf(
	{ difference, p_corrected }: Pick<ComparedRate, 'difference' | 'p_corrected'>,
	b: string,
): string {
	if (p_corrected >= SIGNIFICANT) return 'No difference shown: chance alone may have made it.';
	const chance =
		p_corrected < 0.001 ? 'less than 1 in 1,000' : `1 in ${Math.round(1 / p_corrected)}`;
	return `${b} is ${difference > 0 ? 'higher' : 'lower'}; chance alone does this ${chance} times.`;
}

function warningsOf({ kind, a, b, rates }: Comparison): string[] {
	const smallest = Math.min(...[a, b].map(({ counts }) => counts.attempted));
	const under = [a, b].filter(
		({ counts }) => counts.accepted > 0 && counts.in_flight / counts.accepted > MUCH_UNDER_WAY,
	);
	const few = rates.filter(
		(rate) => Math.min(rate.a.denominator, rate.b.denominator) < SMALLEST_BASE,
	);
	return [
		few.length > 0 || rates.length === 0
			? `Small numbers (one side has ${smallest}): a real difference may not show, and a large one may be luck.`
			: '',
		...under.map(({ label }) => `Many messages of ${label} are still under way: look again later.`),
		kind === 'periods'
			? 'Two periods reach different people at different times: a difference need not come from the messages.'
			: 'Only people who were assigned by chance can be compared. The campaign’s plan assigns them so.',
		rates.some(({ id }) => id === 'read')
			? 'Reads are a lower bound: compare them only among the same kind of people.'
			: '',
	].filter(Boolean);
}

/** Compares two sets of cells. `now` as everywhere, Unix seconds. */
export function compare(
	kind: Comparison['kind'],
	a: { label: string; cells: Cell[] },
	b: { label: string; cells: Cell[] },
	now: number,
): Comparison {
	const [countsA, countsB] = [a, b].map(({ cells }) => countsOf(cells, now));
	const [ratesA, ratesB] = [countsA, countsB].map(ratesOf);
	const pairs = COMPARED.flatMap((id) => {
		const [one, two] = [ratesA, ratesB].map((rates) => rates.find((rate) => rate.id === id));
		const found = one && two && compareShares(one, two);
		// What never happened on either side tells nothing and would only weaken the correction.
		return found && one.numerator + two.numerator > 0 ? [{ id, one, two, found }] : [];
	});
	const corrected = holm(pairs.map(({ found }) => found.p));
	const share = ({ numerator, denominator }: Rate) => ({ numerator, denominator });
	const comparison: Comparison = {
		kind,
		a: { label: a.label, counts: countsA },
		b: { label: b.label, counts: countsB },
		rates: pairs.map(({ id, one, two, found }, i) => ({
			id,
			label: one.label,
			a: share(one),
			b: share(two),
			...found,
			p_corrected: corrected[i],
			verdict: verdictOf({ difference: found.difference, p_corrected: corrected[i] }, b.label),
		})),
		warnings: [],
	};
	return { ...comparison, warnings: warningsOf(comparison) };
}
