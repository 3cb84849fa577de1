import { messageFailure } from '../error';
import type { SendParameter } from './template';

/** The variables of a text in order of first use: `1`, `2` or `first_name`. */
export function variablesOf(text: string): string[] {
	return [...new Set([...text.matchAll(/{{\s*([\w]+)\s*}}/g)].map((match) => match[1]))];
}

/** Checks the parameters of a header or body text against its variables. */
export function fitText(
	where: 'header' | 'body',
	text: string,
	parameters: SendParameter[],
	isNamed: boolean,
	max: number,
): void {
	const variables = variablesOf(text);
	if (parameters.length !== variables.length)
		throw messageFailure(
			132000,
			`${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${variables.length})`,
		);
	if (isNamed) requireNames(where, variables, parameters);
	let length = text.length;
	for (const [index, parameter] of parameters.entries()) {
		const value = printed(where, parameter);
		if (value === '')
			throw messageFailure(131008, `${where}: Parameter of type text is missing text value`);
		if (/[\n\t\r]| {5,}/.test(value))
			throw messageFailure(
				132018,
				`${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
			);
		length += value.length - `{{${variables[index]}}}`.length;
	}
	if (length > max)
		throw messageFailure(132005, `${where}: Translated text too long: ${length} > ${max}`);
}

function requireNames(where: string, variables: string[], parameters: SendParameter[]): void {
	const names = parameters.map(({ parameter_name }) => parameter_name ?? '');
	if (names.includes(''))
		throw messageFailure(132012, `${where}: Parameter name is missing or empty`);
	const missing = variables.find((variable) => !names.includes(variable));
	if (missing) throw messageFailure(132012, `${where}: Parameter name '${missing}' was not given`);
}

function printed(where: string, parameter: SendParameter): string {
	const kind = parameter.type.toLowerCase();
	if (kind === 'text') return String(parameter.text);
	if (kind === 'currency' || kind === 'date_time')
		return (parameter[kind] as { fallback_value: string }).fallback_value;
	throw messageFailure(
		132012,
		`${where}: Format mismatch, expected TEXT, received ${kind.toUpperCase()}`,
	);
}
