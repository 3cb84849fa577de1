import { InputError } from '../input';
import type { Zone } from './zone';

const WITH_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A moment somebody entered, as Unix seconds; undefined when empty. Without a zone of its own (`2026-11-01T08:00`) it
 * is read by the given clock. Throws InputError, naming the field, when it is no date.
 */
export function momentOf(field: string, value: unknown, zone: Zone): number | undefined {
	const text = `${value ?? ''}`.trim();
	if (text === '') return undefined;
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
	const hasZone = !isDay && WITH_ZONE.test(text);
	const parsed = Date.parse(hasZone || isDay ? text : `${text}Z`);
	if (Number.isNaN(parsed)) {
		throw new InputError(
			`"${field}" is not a date. Enter one such as 2026-11-01 or 2026-11-01T08:00.`,
		);
	}
	const seconds = Math.floor(parsed / 1000);
	if (hasZone) return seconds;
	// Twice, because the first guess may lie on the other side of a clock change.
	const guess = seconds - zone.offsetAt(seconds);
	return seconds - zone.offsetAt(guess);
}
