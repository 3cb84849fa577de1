import { isObject } from '../graph/call';
import type { Component, Store } from '../store';

/** Something a person can tap under a message, and what `receive` needs to act it out. */
export interface Tap {
	type: 'button' | 'button_reply' | 'list_reply' | 'link';
	title: string;
	id?: string;
	payload?: string;
	description?: string;
	url?: string;
}

/** A message the way a phone shows it. */
export interface Bubble {
	id: string;
	from: 'business' | 'person';
	/** Unix seconds. */
	at: number;
	header?: string;
	text: string;
	footer?: string;
	taps: Tap[];
	/** How far a message of the business came. */
	state?: string;
	/** The message this one answers. */
	answers?: string;
}

type Words = Pick<Bubble, 'header' | 'text' | 'footer' | 'taps'>;
type Body = Record<string, unknown>;

const part = (value: unknown): Body => (isObject(value) ? value : {});
const list = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value: unknown) => (typeof value === 'string' ? value : '');

/** What a message of any type says, in either direction. */
export function wordsOf(store: Store, body: Body): Words {
	const type = words(body.type) || 'text';
	const content = part(body[type]);
	switch (type) {
		case 'text':
			return { text: words(content.body), taps: [] };
		case 'template':
			return templateWords(store, content);
		case 'interactive':
			return interactiveWords(content);
		case 'button':
			return { text: words(content.text), taps: [] };
		case 'reaction':
			return { text: words(content.emoji) || 'took a reaction back', taps: [] };
		case 'location':
			return { text: `[location] ${words(content.name)}`.trim(), taps: [] };
		case 'contacts':
			return { text: '[contact]', taps: [] };
		default: {
			const file = words(content.filename) || words(content.caption);
			return { text: `[${type}] ${file}`.trim(), taps: [] };
		}
	}
}

function interactiveWords({ type, header, body, footer, action, ...reply }: Body): Words {
	const answer = part(reply[words(type)]);
	const { buttons, sections, name, parameters } = part(action);
	const link = part(parameters);
	return {
		header: headerWords(part(header)),
		text: words(part(body).text) || words(answer.title) || `${words(type)}`,
		footer: words(part(footer).text),
		taps: [
			...list(buttons).map((one): Tap => {
				const { id, title } = part(one.reply);
				return { type: 'button_reply', id: words(id), title: words(title) };
			}),
			...list(sections)
				.flatMap(({ rows }) => list(rows))
				.map(
					({ id, title, description }): Tap => ({
						type: 'list_reply',
						id: words(id),
						title: words(title),
						...(description !== undefined && { description: words(description) }),
					}),
				),
			...(name === 'cta_url'
				? [{ type: 'link' as const, title: words(link.display_text), url: words(link.url) }]
				: []),
		],
	};
}

function headerWords({ type, text }: Body): string {
	return type === 'text' ? words(text) : type === undefined ? '' : `[${words(type)}]`;
}

function templateWords({ templates }: Store, { name, language, components }: Body): Words {
	const found = [...templates.values()].find(
		(one) => one.name === name && one.language === part(language).code,
	);
	if (!found) return { text: `Template ${words(name)}`, taps: [] };
	const sent = list(components);
	const of = (kind: string) => found.components.find(({ type }) => type === kind);
	const given = (kind: string) =>
		list(sent.find(({ type }) => words(type).toUpperCase() === kind)?.parameters);
	const header = of('HEADER');
	return {
		header:
			header?.format === 'TEXT'
				? filled(header.text, given('HEADER'))
				: header && `[${String(header.format).toLowerCase()}]`,
		text: filled(of('BODY')?.text ?? 'Your code', given('BODY')),
		footer: of('FOOTER')?.text,
		taps: templateTaps(of('BUTTONS'), sent),
	};
}

/** A template's text with the values of a message in the places of its variables. */
function filled(text = '', parameters: Body[]): string {
	return text.replace(/{{\s*(\w+)\s*}}/g, (all, name: string) => {
		const value =
			parameters.find(({ parameter_name }) => parameter_name === name) ??
			parameters[Number(name) - 1];
		if (!value) return all;
		const { text: plain, currency, date_time } = value;
		return String(plain ?? part(currency ?? date_time).fallback_value ?? all);
	});
}

function templateTaps(buttons: Component | undefined, sent: Body[]): Tap[] {
	return (buttons?.buttons ?? []).map((button, index): Tap => {
		const own = sent.find(
			({ type, index: place }) => words(type).toLowerCase() === 'button' && Number(place) === index,
		);
		const [parameter] = list(own?.parameters);
		const title = button.text ?? button.type;
		if (button.type === 'QUICK_REPLY')
			return { type: 'button', title, payload: words(parameter?.payload) || title };
		const url = button.url && filled(button.url, list(own?.parameters));
		return { type: 'link', title, ...(url && { url }) };
	});
}
