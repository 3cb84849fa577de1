import { percentilesOf, type Percentiles } from './percentiles';
import { earliest, smallest } from '../ledger/join';
import type { Cell } from './cell';
import { ratesOf, type Rate } from './metrics';
import { addCell, addTimes, newCounts, newTimes, type Counts, type Times } from './tally';

/** One line of a table: the messages of one campaign, template, country … */
export interface GroupReport {
	/** Campaign, template, country …; empty for messages that belong to none. */
	name: string;
	/** Language of a template; empty for all others. */
	language: string;
	category: string;
	/** When its first message was attempted, Unix seconds. */
	first_at: number;
	counts: Counts;
	rates: Record<string, Pick<Rate, 'value' | 'low' | 'high' | 'numerator' | 'denominator'>>;
	/** Of campaigns and templates; nothing in all others. */
	time_to_deliver: Percentiles;
	time_to_read: Percentiles;
}

/** By what messages are grouped: which columns name a group. */
export const DIMENSIONS = {
	campaigns: ['campaign'],
	variants: ['variant'],
	templates: ['template', 'language'],
	languages: ['language'],
	categories: ['category'],
	countries: ['country'],
	numbers: ['phone_number_id'],
} as const satisfies Record<string, ReadonlyArray<keyof Cell>>;

export type Dimension = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[];

interface Group {
	name: string;
	language: string;
	category: string;
	first_at: number;
	counts: Counts;
	times: Times;
}

function reportOf({ times, ...group }: Group): GroupReport {
	const rates = ratesOf(group.counts).map(({ id, value, low, high, numerator, denominator }) => [
		id,
		{ value, low, high, numerator, denominator },
	]);
	return {
		...group,
		rates: Object.fromEntries(rates) as GroupReport['rates'],
		time_to_deliver: percentilesOf(times.to_deliver),
		time_to_read: percentilesOf(times.to_read),
	};
}

/** What one sends at a time and waits for: it has times of its own. */
const isTimed = (dimension: Dimension) => dimension === 'campaigns' || dimension === 'templates';

function groupsBy(dimension: Dimension, cells: Cell[], now: number): Iterable<Group> {
	const [first, second] = DIMENSIONS[dimension] as ReadonlyArray<'campaign' | 'language'>;
	const groups = new Map<string, Group>();
	for (const cell of cells) {
		const [name, language] = [cell[first], second ? cell[second] : ''];
		const id = `${name}\n${language}`;
		let group = groups.get(id);
		if (!group) {
			group = { name, language, category: '', first_at: 0, counts: newCounts(), times: newTimes() };
			groups.set(id, group);
		}
		addCell(group.counts, cell, now);
		if (isTimed(dimension)) addTimes(group.times, cell);
		if (cell.of === 'message') group.first_at = earliest(group.first_at, cell.first_at);
		group.category = smallest(group.category, cell.category);
	}
	return groups.values();
}

/**
 * Campaigns and templates with the newest first, all others with the largest first; messages that belong to none come
 * last. `cells`: messages and what was billed for them.
 */
export function groupReports(dimension: Dimension, cells: Cell[], now: number): GroupReport[] {
	return [...groupsBy(dimension, cells, now)]
		.map(reportOf)
		.sort(
			(a, b) =>
				Number(a.name === '') - Number(b.name === '') ||
				(isTimed(dimension) ? b.first_at - a.first_at : b.counts.attempted - a.counts.attempted) ||
				(`${a.name}\n${a.language}` < `${b.name}\n${b.language}` ? -1 : 1),
		);
}
