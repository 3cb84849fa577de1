import type { INodeProperties } from 'n8n-workflow';
import { FLOW_CATEGORIES } from '../../../core/management/flow';
import { InputError } from '../../../core/input';
import { webAddress } from '../../../core/message/links';
import { entriesOf, textOf, type Fields } from '../form';
import { idOf, locator } from './ids';

const words = {
	displayName: 'Flow',
	name: 'flow',
	description: 'Form that opens inside WhatsApp',
	searchListMethod: 'searchFlows',
	placeholder: 'e.g. 1013859600285441',
};

/** Needs the list search `searchFlows`. */
export const flowField = locator(words);

export const flowOf = (form: Fields) => idOf(form, words, 'flow_id');

export const categoriesField: INodeProperties = {
	displayName: 'Categories',
	name: 'categories',
	type: 'multiOptions',
	options: Object.entries(FLOW_CATEGORIES).map(([value, name]) => ({ name, value })),
	default: ['OTHER'],
	description: 'What the flow is for, at least one',
};

/** Throws InputError when none is chosen. */
export function categoriesOf(value: unknown): string[] {
	const chosen = Array.isArray(value) ? value.map(textOf) : entriesOf(textOf(value));
	if (chosen.length > 0) return chosen;
	throw new InputError('The flow has no category. Choose at least one under Categories.');
}

export const endpointField: INodeProperties = {
	displayName: 'Endpoint URL',
	name: 'endpointUri',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/flow',
	description: 'Address of yours that is asked for screens and data; https only',
};

/** Throws InputError for anything but https. */
export function endpointOf(value: unknown): string {
	const address = webAddress('The Endpoint URL', textOf(value));
	if (/^https:/i.test(address)) return address;
	throw new InputError('The Endpoint URL must start with https://.');
}

/** The Flow JSON as text, for Meta names lines in it. Throws InputError when it is no JSON object. */
export function flowJsonOf(value: unknown): string {
	const json = typeof value === 'object' ? JSON.stringify(value, null, 2) : textOf(value).trim();
	try {
		const read: unknown = JSON.parse(json);
		if (typeof read === 'object' && read !== null && !Array.isArray(read)) return json;
	} catch {
		// told below, with everything else that is no object
	}
	throw new InputError(
		'The Flow JSON is not one valid JSON object. Copy it from the Flow Builder, or check quotes, commas and brackets.',
	);
}
