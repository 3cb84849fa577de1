import type { Cell } from './cell';
import { addCell, newCounts, type Counts } from './tally';
import type { Zone } from './zone';

export type TrendUnit = 'hour' | 'day' | 'week';

/** One bar: what became of the messages that were attempted in this hour, day or week. */
export interface TrendPoint
	extends Pick<Counts, 'attempted' | 'accepted' | 'delivered' | 'read' | 'failed' | 'refused'> {
	/** When it begins, Unix seconds. */
	at: number;
	label: string;
}

export interface Trend {
	unit: TrendUnit;
	points: TrendPoint[];
}

const HOUR = 3600;
const DAY = 86_400;
/** Gaps are drawn as gaps, unless a wrong clock put a message decades away. */
const MOST_POINTS = 600;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayLabel = (date: Date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
const hourLabel = (date: Date) =>
	`${dayLabel(date)}, ${`${date.getUTCHours()}`.padStart(2, '0')}:00`;
const ofDay = (day: number) => new Date(day * DAY * 1000);
/** Day 0 was a Thursday; weeks begin on Monday. */
const monday = (day: number) => day - ((day + 3) % 7);

function unitFor(span: number): TrendUnit {
	if (span <= 50 * HOUR) return 'hour';
	return span <= 100 * DAY ? 'day' : 'week';
}

/** How a unit divides time: the bar a moment belongs to, the bar after it, and what they are called. */
function ruler(unit: TrendUnit, zone: Zone) {
	if (unit === 'hour') {
		return {
			barOf: zone.startOfHour,
			next: (bar: number) => zone.startOfHour(bar + HOUR + HOUR / 2),
			start: (bar: number) => bar,
			label: (bar: number) => hourLabel(zone.local(bar)),
		};
	}
	const week = unit === 'week';
	return {
		barOf: (at: number) => (week ? monday(zone.dayOf(at)) : zone.dayOf(at)),
		next: (bar: number) => bar + (week ? 7 : 1),
		start: zone.startOfDay,
		label: (bar: number) => (week ? `Week of ${dayLabel(ofDay(bar))}` : dayLabel(ofDay(bar))),
	};
}

/** Cells of messages by when they were attempted. `from` and `to` (Unix seconds, `to` left out) are drawn even where empty. */
export function trendOf(
	attempts: Cell[],
	zone: Zone,
	range: { from: number; to: number; now: number },
): Trend {
	const unit = unitFor(range.to - range.from);
	const { barOf, next, start, label } = ruler(unit, zone);
	const bars = new Map<number, Counts>();
	const barAt = (bar: number) => {
		const counts = bars.get(bar) ?? newCounts();
		bars.set(bar, counts);
		return counts;
	};
	for (const cell of attempts) addCell(barAt(barOf(cell.slot)), cell, range.now);
	if (range.to > range.from) {
		const last = barOf(range.to - 1);
		let steps = 0;
		for (let bar = barOf(range.from); bar <= last && steps < MOST_POINTS; bar = next(bar), steps++)
			barAt(bar);
	}
	const points = [...bars]
		.sort(([a], [b]) => a - b)
		.map(([bar, counts]) => {
			const { attempted, accepted, delivered, read, failed, refused } = counts;
			return {
				at: start(bar),
				label: label(bar),
				attempted,
				accepted,
				delivered,
				read,
				failed,
				refused,
			};
		});
	return { unit, points };
}
