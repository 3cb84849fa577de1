import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../core/webhook/read';
import { InputError } from '../../../core/input';
import { groupField, type Fields } from '../form';

const customBody: INodeProperties = {
	displayName: 'Custom Body (JSON)',
	name: 'customBody',
	type: 'json',
	typeOptions: { rows: 6 },
	default: '{}',
	description:
		"What this operation has no field for, in Meta's own JSON. It is added to the request; where both say something, this wins.",
};

/** The Additional Fields of an operation that writes: its own, and the way to everything that has no field. */
export const additionalFields = (...more: INodeProperties[]): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [customBody, ...more].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

/** The Additional Fields that were added, without the custom body. */
export const additionalOf = (form: Fields): IDataObject =>
	Object.fromEntries(
		Object.entries(groupField(form, 'additionalFields')).filter(([name]) => name !== 'customBody'),
	);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The body with the user's own JSON over it. Throws InputError when that is no JSON object. */
export function customBodyOf(
	form: Fields,
	body: Record<string, unknown> | undefined,
): Record<string, unknown> | undefined {
	const { customBody: given } = groupField(form, 'additionalFields');
	if (given === undefined || given === '') return body;
	const custom = typeof given === 'string' ? parsed(given) : given;
	if (isRecord(custom)) return { ...body, ...custom };
	throw new InputError(
		'The Custom Body is not one valid JSON object, such as {"name": "value"}. Check quotes, commas and brackets, or build it with an expression.',
	);
}
