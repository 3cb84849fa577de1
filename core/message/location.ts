import { InputError } from '../input';
import type { Content } from './envelope';
import { given } from './required';

/** Degrees as Meta reads them. Throws InputError for what is no number or beyond `max`. */
export function degrees(name: string, value: string | number, max: number): string {
	const text = String(value ?? '').trim();
	if (text !== '' && Math.abs(Number(text)) <= max) return text;
	throw new InputError(
		`The ${name} "${text}" is not a number between -${max} and ${max}. Use a point as decimal mark, such as 52.5163.`,
	);
}

/** A place on the map. WhatsApp shows the address only together with a name. */
export function locationContent(place: {
	latitude: string | number;
	longitude: string | number;
	name?: string;
	address?: string;
}): Content {
	const location = {
		latitude: degrees('latitude', place.latitude, 90),
		longitude: degrees('longitude', place.longitude, 180),
		...given({ name: place.name, address: place.address }),
	};
	return { type: 'location', location };
}
