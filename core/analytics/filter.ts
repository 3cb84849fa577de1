import type { Cell } from './cell';

/** What a report may be narrowed to. */
export const FILTERS = [
	'campaign',
	'variant',
	'template',
	'language',
	'category',
	'country',
	'phone_number_id',
] as const;

export type FilterName = (typeof FILTERS)[number];

/** The value a cell must have; the empty text is those that have none. What is left out narrows nothing. */
export type Filter = Partial<Record<FilterName, string>>;

/** The cells a filter lets through. News of Meta are about everything and stay. */
export function narrowed(cells: Cell[], filter: Filter): Cell[] {
	const wanted = FILTERS.flatMap((name) => {
		const value = filter[name];
		return value === undefined ? [] : [{ name, value }];
	});
	if (wanted.length === 0) return cells;
	return cells.filter(
		(cell) =>
			cell.of === 'template_changed' ||
			cell.of === 'account_changed' ||
			wanted.every(({ name, value }) => cell[name] === value),
	);
}
