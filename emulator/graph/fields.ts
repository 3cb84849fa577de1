import { GraphFailure } from './error';

/** One entry of `fields`: `analytics.start(1).end(2)` is the name and its arguments, as text. */
export interface AskedField {
	name: string;
	arguments: Record<string, string>;
}

/** Cuts at a mark where no bracket is open. */
function split(text: string, mark: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let current = '';
	for (const char of text) {
		if (char === '{' || char === '(' || char === '[') depth++;
		if (char === mark && depth === 0) {
			parts.push(current);
			current = '';
		} else current += char;
		if (char === '}' || char === ')' || char === ']') depth--;
	}
	return [...parts, current];
}

/** Reads `id,name,quality_score{score},analytics.start(1).end(2)`; what is in braces is not looked at. */
export function askedFields(fields: unknown): AskedField[] {
	if (typeof fields !== 'string') return [];
	return split(fields, ',')
		.map((part) => {
			const [head, ...calls] = split(part.trim(), '.');
			const read = calls.map((call) => /^(\w+)\(([\s\S]*)\)/.exec(call.trim()));
			return {
				name: /^(\w*)/.exec(head)?.[1] ?? '',
				arguments: Object.fromEntries(
					read.filter((match) => match !== null).map(([, name, value]) => [name, value]),
				),
			};
		})
		.filter(({ name }) => name !== '');
}

/** The top-level names in `fields`. */
export const fieldNames = (fields: unknown): string[] =>
	askedFields(fields).map(({ name }) => name);

/**
 * Picks the asked-for fields of a node; the ID always comes along. Fields that exist but have no value are left out,
 * names that do not exist are refused with 100, as Graph does.
 */
export function pick(
	node: Record<string, unknown>,
	fields: unknown,
	options: { type: string; known: readonly string[]; byDefault: readonly string[] },
): Record<string, unknown> {
	const asked = fieldNames(fields);
	const unknown = asked.find((name) => !options.known.includes(name) && name !== 'id');
	if (unknown)
		throw new GraphFailure(100, {
			message: `(#100) Tried accessing nonexisting field (${unknown}) on node type (${options.type})`,
		});
	const names = asked.length > 0 ? asked : options.byDefault;
	const picked = names.filter((name) => node[name] !== undefined).map((name) => [name, node[name]]);
	return { ...Object.fromEntries(picked), id: node.id };
}
