import { createQuiet, isZone, zonesOf } from './quietHours';
import type { Reason } from './reasons';
import type { Contact, PlanSettings } from './settings';

type ClockCheck = (contact: Contact, numberCountry: string) => Reason[];

/**
 * Reasons of the clock. The whole time from now to `until` (Unix seconds) must lie outside the quiet hours; where a
 * country has several zones and the contact's own is not known, in all of them. Throws InputError for hours or a
 * default zone that do not exist: those are a mistake in the settings and no property of a contact.
 */
export function createClockCheck(
	{ quietHours, now }: Pick<PlanSettings, 'quietHours' | 'now'>,
	until: number,
): ClockCheck {
	if (!quietHours) return () => [];
	const { from, to, timeZone } = quietHours;
	const isQuiet = createQuiet(quietHours);
	isQuiet(timeZone, now, now);
	const answers = new Map<string, Reason[]>();

	function ask(zones: string[], place: string): Reason[] {
		if (!zones.some((zone) => isQuiet(zone, now, until))) return [];
		const text = `Quiet hours (${from} to ${to}) in ${place}, now or before sending would end.`;
		return [{ reason: 'quiet_hours', text }];
	}

	function answer(own: string, country: string): Reason[] {
		if (own !== '') {
			if (isZone(own)) return ask([own], own);
			const text = `The time zone "${own}" is not known. Enter a name such as Europe/Berlin.`;
			return [{ reason: 'unknown_time_zone', text }];
		}
		const zones = zonesOf(country);
		return zones.length > 0 ? ask(zones, country) : ask([timeZone], timeZone);
	}

	return ({ time_zone: own, country: given }, numberCountry) => {
		const country = given.toUpperCase() || numberCountry;
		const id = `${own}\n${country}`;
		const known = answers.get(id) ?? answer(own, country);
		answers.set(id, known);
		return known;
	};
}
