type Path = Array<string | number>;

/** What is put in the place of a value. */
const VALUES: Record<string, unknown> = {
	'a number': 12345,
	'a word': 'word',
	'an object': {},
	'a list': [],
	'a long text': 'x'.repeat(5000),
	null: null,
	true: true,
	'an empty text': '',
};

/**
 * Everything one could do wrong in one place: each value removed, replaced by one of another kind, each object given
 * a key nobody knows. The name says what was done, with list positions as `#`.
 */
export function* mutationsOf(
	body: Record<string, unknown>,
): Generator<[string, Record<string, unknown>]> {
	for (const path of pathsOf(body)) {
		const name = path.map((part) => (typeof part === 'number' ? '#' : part)).join('.');
		yield [`${name} is removed`, change(body, path, remove)];
		for (const [label, value] of Object.entries(VALUES))
			yield [`${name} is ${label}`, change(body, path, (parent, key) => (parent[key] = value))];
		if (isPlain(valueAt(body, path)))
			yield [
				`${name} has an unknown key`,
				change(
					body,
					path,
					(parent, key) => ((parent[key] as Record<string, unknown>).not_a_field = 1),
				),
			];
	}
}

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
	if (path.length > 0) yield path;
	if (Array.isArray(value))
		for (const [index, one] of value.entries()) yield* pathsOf(one, [...path, index]);
	else if (isPlain(value))
		for (const [key, one] of Object.entries(value)) yield* pathsOf(one, [...path, key]);
}

type Parent = Record<string | number, unknown>;

function change(
	body: Record<string, unknown>,
	path: Path,
	act: (parent: Parent, key: string | number) => void,
) {
	const copy = structuredClone(body);
	act(valueAt(copy, path.slice(0, -1)) as Parent, path[path.length - 1]);
	return copy;
}

function remove(parent: Parent, key: string | number): void {
	if (Array.isArray(parent)) parent.splice(Number(key), 1);
	else delete parent[key];
}

const valueAt = (value: unknown, path: Path) =>
	path.reduce((inner, key) => (inner as Parent)[key], value);

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
