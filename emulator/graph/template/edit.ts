import type { Component, Template } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { checkBody, refused } from './create';

/** Edits a template: it goes back into review. The category of an approved one stays. */
export function editTemplate(
	{ settings }: World,
	template: Template,
	{ params }: Call,
): { success: true } {
	const category =
		typeof params.category === 'string' ? params.category.toUpperCase() : template.category;
	if (template.status === 'APPROVED' && category !== template.category)
		throw refused(
			2388025,
			'Message template cannot be edited',
			'The category of an approved template cannot be changed.',
		);
	template.category = category;
	if (Array.isArray(params.components)) {
		checkBody(params.components as Component[]);
		template.components = params.components as Component[];
		template.status = settings().template_review;
	}
	return { success: true };
}
