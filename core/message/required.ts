import { InputError } from '../input';

/** The text as it is. Throws InputError, naming the field as the user knows it, when nothing in it can be seen. */
export function required(field: string, value: string | undefined): string {
	if (value !== undefined && value.trim() !== '') return value;
	throw new InputError(`${field} is empty. Enter at least one character that can be seen.`);
}

/** The entries that hold something: Meta refuses empty texts where it takes a missing key. */
export function given<T extends Record<string, unknown>>(values: T): Partial<T> {
	const entries = Object.entries(values).filter(
		([, value]) => value !== undefined && value !== null && value !== '',
	);
	return Object.fromEntries(entries) as Partial<T>;
}

/** Throws InputError when two texts are the same: Meta tells answers apart by them. */
export function checkUnique(what: string, values: string[]): void {
	const twice = values.find((value, at) => values.indexOf(value) !== at);
	if (twice === undefined) return;
	throw new InputError(`Two ${what} are "${twice}". Make each one different.`);
}
