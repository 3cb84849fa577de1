import { InputError } from '../input';

/** True for an address that starts with http:// or https:// and has no space in it. */
export const isLink = (text: string) => /^https?:\/\/\S+$/i.test(text);

/** The address without spaces around it. Throws InputError for anything that is no web address. */
export function webAddress(field: string, value: string | undefined): string {
	const text = (value ?? '').trim();
	if (isLink(text)) return text;
	const what = text === '' ? 'is empty' : `is "${text}"`;
	throw new InputError(`${field} ${what}. Enter a whole address that starts with https://.`);
}
