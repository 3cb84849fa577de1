import { createZone, type Zone } from '../analytics/zone';
import { InputError } from '../input';

const MINUTE = 60;
const DAY_MINUTES = 1440;

/** Hours in which nobody is written to, by the clock of the person: `21:00` to `08:00` runs over midnight. */
export interface QuietHours {
	from: string;
	to: string;
	/** IANA zone for contacts whose own is not known. */
	timeZone: string;
}

function minuteOf(text: string): number {
	const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.trim()) ?? [];
	if (!hour || Number(hour) > 23 || Number(minute) > 59) {
		throw new InputError(
			`"${text}" is not a time of day. Enter quiet hours such as 21:00 and 08:00, from 00:00 to 23:59.`,
		);
	}
	return Number(hour) * 60 + Number(minute);
}

/** Whether an IANA time zone of this name exists. */
export function isZone(name: string): boolean {
	try {
		createZone(name);
		return true;
	} catch {
		return false;
	}
}

interface LocaleWithZones extends Intl.Locale {
	timeZones?: string[];
	getTimeZones?: () => string[];
}

/** All time zones of a country by its two letters; none when the country is not known. */
export function zonesOf(country: string): string[] {
	if (!/^[A-Z]{2}$/.test(country)) return [];
	const locale: LocaleWithZones = new Intl.Locale('und', { region: country });
	return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Tells whether any minute from `from` to `to` (Unix seconds, both included) is quiet by a zone's clock. */
export function createQuiet({ from, to }: Pick<QuietHours, 'from' | 'to'>) {
	const [start, end] = [minuteOf(from), minuteOf(to)];
	const zones = new Map<string, Zone>();

	function zoneOf(name: string): Zone {
		let zone = zones.get(name);
		if (!zone) {
			zone = createZone(name);
			zones.set(name, zone);
		}
		return zone;
	}

	/** The same start and end: no quiet hours. */
	function isQuietAt(zone: Zone, at: number): boolean {
		const minute = Math.floor((at + zone.offsetAt(at)) / MINUTE) % DAY_MINUTES;
		return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
	}

	return (name: string, since: number, until: number): boolean => {
		const zone = zoneOf(name);
		if (isQuietAt(zone, since) || isQuietAt(zone, until)) return true;
		for (let at = (Math.floor(since / MINUTE) + 1) * MINUTE; at < until; at += MINUTE)
			if (isQuietAt(zone, at)) return true;
		return false;
	};
}
