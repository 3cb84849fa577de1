import { InputError } from '../input';
import { templateTitle, type TemplateDefinition } from './definition';
import { templateVariables, type TemplateVariable } from './variables';

/** Meta's localised parameters, for texts: only `fallback_value` is shown today. */
export type RichParameter = { type: 'currency' | 'date_time' } & Record<string, unknown>;
export type TemplateValue = string | number | boolean | RichParameter;
export type TemplateValues = Record<string, TemplateValue | null | undefined>;

export const isRich = (value: unknown): value is RichParameter =>
	typeof value === 'object' &&
	value !== null &&
	'type' in value &&
	(value.type === 'currency' || value.type === 'date_time');

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** By ID, or by the bare name where only one variable has it: `first_name` for `body.first_name`. */
function find(variables: TemplateVariable[], key: string): TemplateVariable | undefined {
	const exact = variables.find(({ id }) => id === key);
	if (exact) return exact;
	const named = variables.filter(({ name }) => name === key);
	return named.length === 1 ? named[0] : undefined;
}

const list = (labels: string[]) => labels.map((label) => `"${label}"`).join(', ');

function checkText(variable: TemplateVariable, value: string): void {
	if (variable.kind !== 'text' || variable.name === 'filename') return;
	const found = /[\n\r]/.test(value)
		? 'a line break'
		: value.includes('\t')
			? 'a tab'
			: / {5,}/.test(value)
				? 'more than four spaces in a row'
				: '';
	if (!found) return;
	throw new InputError(
		`The value for "${variable.label}" contains ${found}, which WhatsApp does not allow in a template variable (132018). Replace it with a single space or a comma.`,
	);
}

/**
 * Values by variable ID, checked against the template before anything is sent. Empty ones count as not given. Throws
 * InputError naming every missing variable, every value the template has no place for, and characters Meta refuses.
 */
export function checkedValues(
	definition: TemplateDefinition,
	values: TemplateValues,
): Map<string, TemplateValue> {
	const variables = templateVariables(definition);
	const title = templateTitle(definition);
	const given = new Map<string, TemplateValue>();
	const extra: string[] = [];
	for (const [key, value] of Object.entries(values)) {
		if (isEmpty(value)) continue;
		const variable = find(variables, key);
		if (variable) given.set(variable.id, value as TemplateValue);
		else extra.push(key);
	}
	const missing = variables.filter(({ id, required }) => required && !given.has(id));
	if (missing.length > 0) {
		throw new InputError(
			`The template ${title} also needs a value for ${list(missing.map(({ label }) => label))}.`,
		);
	}
	if (extra.length > 0) {
		const known = variables.map(({ id }) => id);
		throw new InputError(
			`The template ${title} has no variable ${list(extra)}. ${known.length ? `It has ${list(known)}` : 'It has none'}: remove the value, or reload the template's fields if it was edited.`,
		);
	}
	for (const variable of variables) {
		const value = given.get(variable.id);
		if (value === undefined || isRich(value)) continue;
		if (typeof value === 'object') {
			throw new InputError(
				`The value for "${variable.label}" is a list or an object. Enter a text or a number, such as one field of it.`,
			);
		}
		checkText(variable, String(value));
	}
	return given;
}

/** From an input item, the fields whose names are those of the template's variables: by ID, else by bare name. */
export function matchingValues(
	definition: TemplateDefinition,
	item: Record<string, unknown>,
): TemplateValues {
	const variables = templateVariables(definition);
	const found = variables.map(({ id, name }) => {
		const byName = find(variables, name)?.id === id ? item[name] : undefined;
		return [id, item[id] ?? byName];
	});
	return Object.fromEntries(found) as TemplateValues;
}
