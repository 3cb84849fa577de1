import { GraphFailure } from './error';

/** The top-level names of `id,name,quality_score{score},analytics.start(1).end(2)`. */
export function fieldNames(fields: unknown): string[] {
	if (typeof fields !== 'string') return [];
	const names: string[] = [];
	let depth = 0;
	let current = '';
	for (const char of fields) {
		if (char === '{' || char === '(' || char === '[') depth++;
		if (char === ',' && depth === 0) {
			names.push(current);
			current = '';
		} else current += char;
		if (char === '}' || char === ')' || char === ']') depth--;
	}
	return [...names, current].map((name) => /^\s*(\w*)/.exec(name)?.[1] ?? '').filter(Boolean);
}

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
