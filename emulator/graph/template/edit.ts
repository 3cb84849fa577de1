import type { Component, Template } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { toFailure } from '../message/issues';
import { checkTtl, components, upperCased } from './create';
import { checkDefinition } from './definition';
import { refused } from './refused';

const DAY = 24 * 3_600_000;

/** Edits a template: a new definition goes back into review. An approved one keeps its category and its pace. */
export function editTemplate(world: World, template: Template, { params }: Call): unknown {
	const { settings, store } = world;
	const category =
		typeof params.category === 'string' ? params.category.toUpperCase() : template.category;
	if (template.status === 'APPROVED' && category !== template.category)
		throw refused(
			2388025,
			'Message template cannot be edited',
			'The category of an approved template cannot be changed.',
		);
	checkTtl(category, params.message_send_ttl_seconds);
	if (params.components !== undefined) {
		const read = components.safeParse(params.components);
		if (!read.success) throw toFailure(read.error.issues);
		const format = String(params.parameter_format ?? template.parameter_format).toUpperCase();
		const definition = read.data as Component[];
		checkDefinition(store, { category, isNamed: format === 'NAMED', components: definition });
		countEdit(world, template);
		template.parameter_format = format;
		template.components = definition.map(upperCased);
		template.status = settings().template_review;
	}
	template.category = category;
	for (const key of ['message_send_ttl_seconds', 'cta_url_link_tracking_opted_out'])
		if (params[key] !== undefined) template[key] = params[key];
	return { success: true, id: template.id, name: template.name, category: template.category };
}

/** Approved templates may be edited once a day and ten times in thirty days. */
function countEdit({ clock, store }: World, template: Template): void {
	if (template.status !== 'APPROVED') return;
	const now = clock.now();
	const edits = (store.templateEdits.get(template.id) ?? []).filter((at) => now - at < 30 * DAY);
	if (edits.length >= 10 || edits.some((at) => now - at < DAY))
		throw refused(
			2388039,
			'Message template cannot be edited',
			'An approved template can be edited once in 24 hours and 10 times in 30 days.',
		);
	store.templateEdits.set(template.id, [...edits, now]);
}
