import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../../core/input';
import { rowsOf, textOf } from './form';

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** A value as the type says that was chosen beside it. Throws InputError when it is none. */
function typed(name: string, type: string, value: unknown): unknown {
	if (type === 'string') return textOf(value);
	const read = typeof value === 'string' ? parsed(value) : value;
	const isRight =
		type === 'array'
			? Array.isArray(read)
			: typeof read === type && read !== null && !Array.isArray(read);
	if (isRight) return read;
	throw new InputError(
		`The value "${textOf(value)}" of ${name} is no ${type}. Choose another type, or correct the value.`,
	);
}

/** The values of an assignment collection by their names. */
export function assignedValues(group: IDataObject): Record<string, unknown> {
	const rows = rowsOf(group, 'assignments').filter(({ name }) => textOf(name).trim() !== '');
	return Object.fromEntries(
		rows.map(({ name, type, value }) => {
			const named = textOf(name).trim();
			return [named, typed(named, textOf(type) || 'string', value)];
		}),
	);
}
