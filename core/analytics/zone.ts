import { InputError } from '../input';

/** A time zone's clock. All times are Unix seconds; days are counted from 1 January 1970. */
export interface Zone {
	name: string;
	/** Seconds the local clock is ahead of UTC at that moment. */
	offsetAt: (at: number) => number;
	/** Number of the local day. Days of 23 and 25 hours are days like any other. */
	dayOf: (at: number) => number;
	/** The moment at which a local day begins. */
	startOfDay: (day: number) => number;
	/** The moment at which the local hour began; the hour that the clock repeats in autumn is two hours. */
	startOfHour: (at: number) => number;
	/** Local date and time as a `Date` whose UTC fields are the local ones. */
	local: (at: number) => Date;
}

/** Every zone changes its clock at a quarter of an hour. */
const QUARTER = 900;
const DAY = 86_400;
const QUARTERS = DAY / QUARTER;

function formatterFor(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	} catch {
		return undefined;
	}
}

/** The clock of an IANA time zone. Throws InputError for a name that does not exist. */
export function createZone(name: string): Zone {
	const formatter = formatterFor(name);
	if (!formatter) {
		throw new InputError(
			`The time zone "${name}" is not known. Enter a name such as Europe/Berlin or America/New_York.`,
		);
	}
	const offsets = new Map<number, number>();
	const readOffset = (at: number): number => {
		const part: Record<string, number> = {};
		for (const { type, value } of formatter.formatToParts(at * 1000)) part[type] = Number(value);
		const { year, month, day, hour, minute, second } = part;
		return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
	};
	const offsetOf = (quarter: number): number => {
		let offset = offsets.get(quarter);
		if (offset === undefined) {
			offset = readOffset(quarter * QUARTER);
			offsets.set(quarter, offset);
		}
		return offset;
	};
	const days = new Map<number, number | undefined>();
	const offsetAt = (at: number): number => {
		const day = Math.floor(at / DAY);
		if (!days.has(day)) {
			// Reading an offset is slow, and only on two days of a year it changes.
			const [begins, ends] = [day, day + 1].map((one) => offsetOf(one * QUARTERS));
			days.set(day, begins === ends ? begins : undefined);
		}
		return days.get(day) ?? offsetOf(Math.floor(at / QUARTER));
	};
	const dayOf = (at: number) => Math.floor((at + offsetAt(at)) / DAY);
	return {
		name,
		offsetAt,
		dayOf,
		startOfDay(day) {
			// A day begins at one of the offsets in force around it; where midnight is skipped, right after the jump.
			const guess = day * DAY - offsetAt(day * DAY);
			let at = Math.floor((guess - 4 * 3600) / QUARTER) * QUARTER;
			while (dayOf(at) < day) at += QUARTER;
			return at;
		},
		startOfHour(at) {
			const offset = offsetAt(at);
			return Math.floor((at + offset) / 3600) * 3600 - offset;
		},
		local: (at) => new Date((at + offsetAt(at)) * 1000),
	};
}
