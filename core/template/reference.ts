import { InputError } from '../input';

/** A template in one language, as users choose and write it: `spring_sale|en_US`. */
export interface TemplateReference {
	name: string;
	language: string;
}

export const formatReference = ({ name, language }: TemplateReference) => `${name}|${language}`;

/** Reads `name|language`; also what the list shows, `name (language)`. Throws InputError for anything else. */
export function parseReference(text: string): TemplateReference {
	const match = /^\s*([a-z0-9_]+)\s*(?:\|\s*([A-Za-z_]+)|\(\s*([A-Za-z_]+)\s*\).*)\s*$/.exec(text);
	if (!match) {
		const what =
			text.trim() === '' ? 'No template is chosen' : `"${text}" does not name a template`;
		throw new InputError(
			`${what}. Choose one from the list, or enter its name and language with a bar between them, such as spring_sale|en_US.`,
		);
	}
	return { name: match[1], language: match[2] ?? match[3] };
}
