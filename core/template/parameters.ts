import { InputError } from '../input';
import { checkLength } from '../message/limits';
import { isRich, type TemplateValue } from './values';
import type { TemplateVariable } from './variables';

/** One entry of a component's `parameters`, in Meta's words. */
export type Parameter = { type: string } & Record<string, unknown>;

/** A text, currency or date parameter; named ones carry Meta's `parameter_name`. */
export function textParameter(variable: TemplateVariable, value: TemplateValue): Parameter {
	const parameter: Parameter = isRich(value) ? value : { type: 'text', text: String(value) };
	if (/^\d+$/.test(variable.name)) return parameter;
	return { ...parameter, parameter_name: variable.name };
}

/** A link or an uploaded file, told apart by how they look. Throws InputError for anything else. */
export function mediaParameter(
	variable: TemplateVariable,
	value: TemplateValue,
	filename?: TemplateValue,
): Parameter {
	const text = String(value).trim();
	const isLink = /^https?:\/\/\S+$/i.test(text);
	if (!isLink && !/^\d+$/.test(text)) {
		throw new InputError(
			`The value for "${variable.label}" is neither a public link that starts with https:// nor the ID of an uploaded file (digits only).`,
		);
	}
	const media = {
		...(isLink ? { link: text } : { id: text }),
		...(filename !== undefined && { filename: String(filename) }),
	};
	return { type: variable.kind, [variable.kind]: media };
}

const DEGREES: Record<string, number> = { latitude: 90, longitude: 180 };

/** A place; Meta wants all four fields, coordinates as text. Throws InputError when a coordinate is no such number. */
export function locationParameter(values: Record<string, TemplateValue>): Parameter {
	for (const [name, max] of Object.entries(DEGREES)) {
		const degrees = Number(values[name]);
		if (!(Math.abs(degrees) <= max)) {
			throw new InputError(
				`The ${name} "${String(values[name])}" of the template's header is not a number between -${max} and ${max}. Use a point as decimal mark.`,
			);
		}
	}
	const location = Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, String(value)]),
	);
	return { type: 'location', location };
}

/**
 * The ending of a button's address. Meta puts it in as it is, so spaces and letters outside ASCII are percent-encoded
 * here; what is already encoded, and `/ ? & =`, stay. Somebody who pastes the whole address means its ending.
 */
export function urlEnding(template: string, value: TemplateValue): string {
	const start = template.slice(0, Math.max(template.indexOf('{{'), 0));
	const text = String(value).trim();
	const ending = start && text.startsWith(start) ? text.slice(start.length) : text;
	if (/\p{Surrogate}/u.test(ending)) {
		throw new InputError(
			`The ending of the button address ${template} contains half of a character, so no link can be made of it. Enter it again.`,
		);
	}
	const encoded = ending.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
	checkLength('template.url', start + encoded);
	return encoded;
}
