import library from '../../fixtures/library.json';
import type { Component } from '../../store';
import type { World } from '../../world';
import { type Call, isObject, parseList } from '../call';
import { pageOf } from '../page';
import { listOf } from './filter';
import { missing, refused } from './refused';

type Entry = (typeof library)[number];

/** `GET /message_template_library`: templates Meta has written, to make one's own from. */
export function listLibrary(_world: World, call: Call): unknown {
	const { params } = call;
	const search = String(params.search ?? '').toLowerCase();
	const fits = (name: string, values: string[]) => {
		const wanted = listOf(params[name])?.map((one) => one.toUpperCase());
		return !wanted || values.some((value) => wanted.includes(value.toUpperCase()));
	};
	const found = (library as Entry[]).filter(
		(entry) =>
			`${entry.name} ${entry.body} ${entry.header ?? ''}`.toLowerCase().includes(search) &&
			fits('name', [entry.name]) &&
			fits('language', [entry.language]) &&
			fits('category', [entry.category]) &&
			fits('topic', [entry.topic]) &&
			fits('usecase', [entry.usecase]) &&
			fits('industry', entry.industry),
	);
	const { page, paging } = pageOf(found, call);
	return { data: page, ...(paging && { paging }) };
}

/** The components of a template that is made from the library: its words are Meta's, the buttons' targets one's own. */
export function componentsFromLibrary(body: Record<string, unknown>): Component[] {
	const name = String(body.library_template_name);
	const entry = (library as Entry[]).find((one) => one.name === name);
	if (!entry)
		throw refused(
			undefined,
			'Library template does not exist',
			`There is no template ${name} in the library.`,
		);
	if (entry.category === 'AUTHENTICATION') {
		const inputs = isObject(body.library_template_body_inputs)
			? body.library_template_body_inputs
			: {};
		const { add_security_recommendation, code_expiration_minutes } = inputs;
		return [
			{ type: 'BODY', add_security_recommendation: add_security_recommendation === true },
			...(code_expiration_minutes === undefined
				? []
				: [{ type: 'FOOTER', code_expiration_minutes }]),
			{ type: 'BUTTONS', buttons: entry.buttons },
		];
	}
	return [
		...(entry.header ? [{ type: 'HEADER', format: 'TEXT', text: entry.header }] : []),
		{ type: 'BODY', text: entry.body, example: { body_text: [entry.body_params] } },
		{ type: 'BUTTONS', buttons: buttonsOf(entry, body.library_template_button_inputs) },
	];
}

/** Each button needs what only the business knows: its address or its number. */
function buttonsOf({ buttons }: Entry, inputs: unknown): NonNullable<Component['buttons']> {
	const read = parseList(inputs) ?? inputs;
	const given = Array.isArray(read) ? read.filter(isObject) : [];
	return buttons.map((button) => {
		const own = given.find(({ type }) => String(type).toUpperCase() === button.type);
		if (!own) throw missing('BUTTONS', 'library_template_button_inputs');
		if (button.type === 'PHONE_NUMBER') return { ...button, phone_number: own.phone_number };
		const { base_url, url_suffix_example } = isObject(own.url) ? own.url : {};
		if (!base_url) throw missing('BUTTONS', 'url.base_url');
		return {
			...button,
			url: String(base_url),
			...(url_suffix_example !== undefined && { example: [String(url_suffix_example)] }),
		};
	});
}
