/** Markup that is safe to put on the page. Only `html` makes it. */
export class Html {
	constructor(readonly markup: string) {}
}

type Value = Html | string | number | false | undefined | Value[];

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function markupOf(value: Value): string {
	if (value instanceof Html) return value.markup;
	if (Array.isArray(value)) return value.map(markupOf).join('');
	if (value === false || value === undefined) return '';
	return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Template tag: everything that is put in is escaped, in text and in quoted attributes, unless it is `Html` itself. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
	return new Html(
		parts.map((part, i) => part + (i < values.length ? markupOf(values[i]) : '')).join(''),
	);
}
