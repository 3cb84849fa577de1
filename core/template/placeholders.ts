const PLACEHOLDER = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Names of the variables in a text, each once: positional ones by number, named ones as they appear. */
export function placeholders(text: string): string[] {
	const names = [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name))];
	const positional = names.every((name) => /^\d+$/.test(name));
	return positional ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Puts values in; a variable without one stays visible as `{{name}}`. */
export function fill(text: string, valueOf: (name: string) => string | undefined): string {
	return text.replace(PLACEHOLDER, (whole, name: string) => valueOf(name) ?? whole);
}

const BEFORE = 24;
const AFTER = 24;

function cutStart(text: string): string {
	if (text.length <= BEFORE) return text;
	const tail = text.slice(-BEFORE);
	return `…${tail.slice(tail.indexOf(' ') + 1)}`;
}

function cutEnd(text: string): string {
	if (text.length <= AFTER) return text;
	const head = text.slice(0, AFTER);
	const space = head.lastIndexOf(' ');
	return `${space > 0 ? head.slice(0, space) : head}…`;
}

/** The words around a variable, short enough for a field label: `Hi {{first_name}}, our spring sale…`. */
export function wordsAround(text: string, name: string): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	const hit = [...flat.matchAll(PLACEHOLDER)].find(([, found]) => found === name);
	if (!hit) return '';
	const end = hit.index + hit[0].length;
	return cutStart(flat.slice(0, hit.index)) + hit[0] + cutEnd(flat.slice(end));
}
