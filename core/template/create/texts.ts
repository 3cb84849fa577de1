import { InputError } from '../../input';
import { checkText } from '../../management/limits';
import { required } from '../../message/required';
import { placeholders } from '../placeholders';
import type { HeaderDraft, TextDraft } from './draft';

export type Component = Record<string, unknown>;
type Examples = TextDraft['examples'];

/** Positional unless a variable has a name. */
export const isNamed = (texts: string[]) =>
	texts.some((text) => placeholders(text).some((name) => !/^\d+$/.test(name)));

function checkNames(where: string, text: string): void {
	const names = placeholders(text);
	if (isNamed([text])) {
		const wrong = names.find((name) => !/^[a-z0-9_]+$/.test(name) || /^\d+$/.test(name));
		if (wrong === undefined) return;
		throw new InputError(
			`The variable {{${wrong}}} of the ${where} cannot have this name. Use lower-case letters, digits and underscores in all of them, or number all of them: {{1}}, {{2}} …`,
		);
	}
	const gap = names.findIndex((name, at) => Number(name) !== at + 1);
	if (gap < 0) return;
	throw new InputError(
		`The variables of the ${where} are ${names.map((name) => `{{${name}}}`).join(', ')}. Number them without a gap, starting with {{1}}.`,
	);
}

function exampleOf(where: string, name: string, examples: Examples): string {
	const example = examples[name]?.trim();
	if (example) return example;
	throw new InputError(
		`The variable {{${name}}} of the ${where} has no example. Meta's reviewers read one: add it under Variable Examples.`,
	);
}

/** The examples of a text under Meta's keys: `body_text` for numbers, `body_text_named_params` for names. */
function bodyExamples(text: string, examples: Examples, named: boolean): Component {
	const names = placeholders(text);
	if (names.length === 0) return {};
	const values = names.map((name) => exampleOf('body', name, examples));
	if (!named) return { example: { body_text: [values] } };
	const params = names.map((param_name, at) => ({ param_name, example: values[at] }));
	return { example: { body_text_named_params: params } };
}

/** Throws InputError for a body that Meta would refuse. */
export function bodyComponent({ body, examples, offer }: TextDraft, named: boolean): Component {
	const text = required('Body', body).trim();
	checkText(offer ? 'template.offerBody' : 'template.body', text);
	checkNames('body', text);
	if (/^\{\{[^}]*\}\}|\{\{[^}]*\}\}$/.test(text)) {
		throw new InputError(
			'The body begins or ends with a variable, which Meta does not allow. Put a word before and after it.',
		);
	}
	if (/\}\}\s*\{\{/.test(text)) {
		throw new InputError(
			'Two variables of the body stand side by side, which Meta does not allow. Put a word between them.',
		);
	}
	return { type: 'BODY', text, ...bodyExamples(text, examples, named) };
}

/** Throws InputError for a header that Meta would refuse. */
export function headerComponent(header: HeaderDraft, named: boolean): Component {
	const { format } = header;
	if (format === 'LOCATION') return { type: 'HEADER', format };
	if (format !== 'TEXT')
		return { type: 'HEADER', format, example: { header_handle: [header.handle] } };
	const text = required('Header Text', header.text).trim();
	checkText('template.header', text);
	checkNames('header', text);
	const [name, second] = placeholders(text);
	if (second !== undefined) {
		throw new InputError(
			`The header has the variables {{${name}}} and {{${second}}}; WhatsApp allows one.`,
		);
	}
	if (name === undefined) return { type: 'HEADER', format, text };
	const example = header.example?.trim();
	if (!example) {
		throw new InputError(
			`The variable {{${name}}} of the header has no example. Meta's reviewers read one: enter it under Header Example.`,
		);
	}
	return named
		? {
				type: 'HEADER',
				format,
				text,
				example: { header_text_named_params: [{ param_name: name, example }] },
			}
		: { type: 'HEADER', format, text, example: { header_text: [example] } };
}

/** Throws InputError for a footer that Meta would refuse. */
export function footerComponent(text: string): Component {
	checkText('template.footer', text);
	if (placeholders(text).length > 0) {
		throw new InputError(
			'The footer has a variable, which WhatsApp does not allow there. Move it to the body.',
		);
	}
	return { type: 'FOOTER', text };
}
