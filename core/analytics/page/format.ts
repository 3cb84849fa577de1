import type { Zone } from '../zone';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', {
	minimumFractionDigits: 1,
	maximumFractionDigits: 1,
});

/** 12345 -> 12,345 */
export const number = (value: number) => whole.format(value);

const hundredths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** 79.456 -> 79.46 */
export const decimal = (value: number) => hundredths.format(value);

/** 0.964 -> 96.4%. Never rounds up to 100% or down to 0% what is not. */
export function percent(share: number): string {
	if (share > 0 && share < 0.001) return '<0.1%';
	if (share < 1 && share > 0.999) return '>99.9%';
	return share === 1 ? '100%' : `${tenths.format(share * 100)}%`;
}

/** 95–97%, the ends of an interval */
export const range = (low: number, high: number) =>
	`${Math.floor(low * 100)}–${Math.ceil(high * 100)}%`;

/** 0.034 -> +3.4 points, a difference of two shares */
export const points = (difference: number) =>
	`${difference < 0 ? '−' : '+'}${tenths.format(Math.abs(difference) * 100)} points`;

/** Seconds as people say them: 4 s, 2 min 5 s, 1 h 20 min, 3 d 4 h. */
export function duration(seconds: number | null): string {
	if (seconds === null) return '–';
	if (seconds < 60) return `${seconds} s`;
	const units: Array<[string, number]> = [
		['d', 86_400],
		['h', 3600],
		['min', 60],
		['s', 1],
	];
	const first = units.findIndex(([, size]) => seconds >= size);
	const [[large, size], [small, rest]] = [units[first], units[first + 1]];
	const remainder = Math.floor((seconds % size) / rest);
	return `${Math.floor(seconds / size)} ${large}${remainder > 0 ? ` ${remainder} ${small}` : ''}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => `${value}`.padStart(2, '0');

/** 22 Nov 2026, by the zone's clock */
export function day(at: number, zone: Zone): string {
	const local = zone.local(at);
	return `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
}

/** 22 Nov 2026, 21:03 (or 21:03:07), by the zone's clock */
export function moment(at: number, zone: Zone, withSeconds = false): string {
	const local = zone.local(at);
	const parts = [local.getUTCHours(), local.getUTCMinutes()];
	if (withSeconds) parts.push(local.getUTCSeconds());
	return `${day(at, zone)}, ${parts.map(two).join(':')}`;
}

/** 1 message, 2 messages */
export const plural = (count: number, one: string, many = `${one}s`) =>
	`${number(count)} ${count === 1 ? one : many}`;
