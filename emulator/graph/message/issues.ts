import { z, type ZodIssue } from 'zod';
import { GraphFailure, messageFailure } from '../error';

/** Adds a refusal of our own words to a schema: the code and the details Meta gives. */
export function refuse(
	context: z.RefinementCtx,
	code: number,
	details: string,
	path: Array<string | number> = [],
) {
	context.addIssue({
		code: z.ZodIssueCode.custom,
		path,
		params: { graph: code },
		message: details,
	});
}

/** `interactive['action']['buttons'][0]`: how Graph names a place in the parameters. */
export function nameOf(path: Array<string | number>): string {
	return path
		.map((part, index) =>
			index === 0 ? part : typeof part === 'number' ? `[${part}]` : `['${part}']`,
		)
		.join('');
}

/** Graph's refusal for the first thing that is wrong. */
export function toFailure(issues: ZodIssue[]): GraphFailure {
	const issue = issues[0];
	const name = nameOf(issue.path);
	const says = (message: string) =>
		new GraphFailure(100, { message: `(#100) ${message}`, details: message });
	switch (issue.code) {
		case 'custom':
			return messageFailure(
				(issue.params as { graph?: number } | undefined)?.graph ?? 131009,
				name ? `${name}: ${issue.message}` : issue.message,
			);
		case 'invalid_type':
			return issue.received === 'undefined'
				? messageFailure(131008, `Parameter ${name} is mandatory`)
				: says(`Param ${name} must be ${article(issue.expected)}.`);
		case 'unrecognized_keys':
			return says(`Unexpected key "${issue.keys[0]}" on param "${name}".`);
		case 'invalid_enum_value':
			return says(
				`Param ${name} must be one of {${issue.options.join(', ').toUpperCase()}} - got "${String(issue.received)}".`,
			);
		case 'invalid_literal':
			if (issue.received === undefined)
				return messageFailure(131008, `Parameter ${name} is mandatory`);
			return says(
				`Param ${name} must be one of {${String(issue.expected).toUpperCase()}} - got "${String(issue.received)}".`,
			);
		case 'too_big':
			return says(`Param ${name} must be at most ${issue.maximum} ${unit(issue.type)} long.`);
		case 'too_small':
			return says(`Param ${name} must be at least ${issue.minimum} ${unit(issue.type)} long.`);
		case 'invalid_union':
			return toFailure(issue.unionErrors.at(-1)?.issues ?? []);
		default:
			return messageFailure(131009, `${name}: ${issue.message}`);
	}
}

const article = (type: string) =>
	type.startsWith("'")
		? `one of {${type.replace(/'/g, '').toUpperCase()}}`
		: type === 'object'
			? 'a JSON object'
			: type === 'array'
				? 'an array'
				: `a ${type}`;

const unit = (type: string) => (type === 'array' ? 'items' : 'characters');
