import { InputError } from '../../input';
import { checkText } from '../../management/limits';
import type { TemplateCategory } from './draft';

/** Throws InputError unless Meta takes the name. */
export function templateName(input: string): string {
	const name = input.trim();
	checkText('template.name', name);
	if (/^[a-z0-9_]+$/.test(name)) return name;
	const suggestion = name
		.toLowerCase()
		.replace(/[^a-z0-9_]+/g, '_')
		.replace(/^_+|_+$/g, '');
	const instead = suggestion ? `, such as ${suggestion}` : '';
	throw new InputError(
		`The template name "${name}" cannot be used. Use lower-case letters, digits and underscores only${instead}.`,
	);
}

/** Throws InputError unless it has the form of Meta's language codes. */
export function languageCode(input: string): string {
	const code = input.trim().replace('-', '_');
	if (/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(code)) return code;
	throw new InputError(
		`The language "${input.trim()}" is no code that Meta knows. Use one such as en, en_US or pt_BR.`,
	);
}

/** Seconds in which Meta may deliver, by category. */
const VALIDITY: Record<TemplateCategory, readonly [number, number]> = {
	AUTHENTICATION: [30, 900],
	MARKETING: [43_200, 2_592_000],
	UTILITY: [30, 43_200],
};

/** `message_send_ttl_seconds`. Throws InputError outside the range of the category; -1 stands for 30 days. */
export function validitySeconds(category: TemplateCategory, seconds: number): number {
	const [least, most] = VALIDITY[category];
	const isLongest = seconds === -1 && category !== 'MARKETING';
	if (isLongest || (Number.isInteger(seconds) && seconds >= least && seconds <= most)) {
		return seconds;
	}
	const longest = category === 'MARKETING' ? '' : ', or -1 for 30 days';
	throw new InputError(
		`The Message Validity is ${seconds} seconds; for this category WhatsApp allows ${least} to ${most}${longest}.`,
	);
}
