import type { Cell } from './cell';
import { compare, type Comparison } from './comparison';
import type { Period } from './period';
import type { Zone } from './zone';

/** What a report puts side by side: the two largest variants, or the period and as much time before it. */
export type Compare = 'variants' | 'previousPeriod';

/** The time before a period, as long by the local calendar: a day before a day, whether it has 23, 24 or 25 hours. */
export function periodBefore({ from, to }: Period, zone: Zone): Period {
	const first = zone.dayOf(from);
	const end = zone.dayOf(to);
	const isWholeDays = zone.startOfDay(first) === from && zone.startOfDay(end) === to;
	return {
		from: isWholeDays ? zone.startOfDay(first - (end - first)) : from - (to - from),
		to: from,
	};
}

/** The two largest variants among cells, by name; undefined when there are fewer. */
function variantsOf(cells: Cell[]): [string, string] | undefined {
	const counts = new Map<string, number>();
	for (const { variant, count, of } of cells)
		if (variant !== '' && of === 'message') counts.set(variant, (counts.get(variant) ?? 0) + count);
	const largest = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 2);
	if (largest.length < 2) return undefined;
	const [a, b] = largest.map(([name]) => name).sort();
	return [a, b];
}

/** `cells` are already narrowed to what the report is about, but of all times. */
export function comparisonOf(
	how: Compare | undefined,
	cells: Cell[],
	{ period, zone, now }: { period: Period; zone: Zone; now: number },
): Comparison | undefined {
	const during = ({ from, to }: Period) => cells.filter(({ slot }) => slot >= from && slot < to);
	if (how === 'variants') {
		const counted = during(period);
		const names = variantsOf(counted);
		if (!names) return undefined;
		const [a, b] = names.map((name) => ({
			label: `Version ${name}`,
			cells: counted.filter(({ variant }) => variant === name),
		}));
		return compare('variants', a, b, now);
	}
	if (how !== 'previousPeriod' || period.from === 0) return undefined;
	const before = { label: 'The period before', cells: during(periodBefore(period, zone)) };
	return compare('periods', before, { label: 'This period', cells: during(period) }, now);
}
