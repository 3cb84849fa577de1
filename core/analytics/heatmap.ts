import type { Cell } from './cell';
import { zoneOfCountry } from './countryZone';
import { createZone, type Zone } from './zone';

/** What became of the messages attempted in one hour of the week. */
export interface HeatHour {
	attempted: number;
	delivered: number;
	read: number;
	replied: number;
}

export interface Heatmap {
	/** 168 hours, the first is Monday 00:00 to 01:00, by the clock of the report. */
	account: HeatHour[];
	/** The same by the clock of the recipient's country; messages to an unknown country are left out. */
	recipient: HeatHour[];
	/** How many messages those are. */
	without_country: number;
}

const HOUR = 3600;
const DAY = 86_400;
const week = () =>
	Array.from(
		{ length: 168 },
		(): HeatHour => ({ attempted: 0, delivered: 0, read: 0, replied: 0 }),
	);

/** The hour of the week by a zone's clock. Day 0 was a Thursday. */
function hourOfWeek(at: number, zone: Zone): number {
	const local = at + zone.offsetAt(at);
	const day = (Math.floor(local / DAY) + 3) % 7;
	return day * 24 + Math.floor((local % DAY) / HOUR);
}

function add(hour: HeatHour, { status, count, replied }: Cell): void {
	hour.attempted += count;
	if (status === 'read') hour.read += count;
	if (status === 'read' || status === 'delivered') hour.delivered += count;
	hour.replied += replied;
}

/** Cells of attempts by weekday and hour. */
export function heatmapOf(attempts: Cell[], zone: Zone): Heatmap {
	const found: Heatmap = { account: week(), recipient: week(), without_country: 0 };
	const zones = new Map<string, Zone | undefined>();
	for (const cell of attempts) {
		add(found.account[hourOfWeek(cell.slot, zone)], cell);
		if (!zones.has(cell.country)) {
			const name = zoneOfCountry(cell.country);
			zones.set(cell.country, name === undefined ? undefined : createZone(name));
		}
		const theirs = zones.get(cell.country);
		if (theirs) add(found.recipient[hourOfWeek(cell.slot, theirs)], cell);
		else found.without_country += cell.count;
	}
	return found;
}
