import { z } from 'zod';
import { objectId } from '../../ids';
import type { Component, Template } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { GraphFailure } from '../error';
import { oneOf } from '../message/common';
import { toFailure } from '../message/issues';

const component = z
	.object({ type: z.string().min(1), format: z.string().optional(), text: z.string().optional() })
	.passthrough();

export const templateBody = z
	.object({
		name: z.string().min(1),
		language: z.string().min(2),
		category: oneOf('authentication', 'marketing', 'utility'),
		parameter_format: oneOf('positional', 'named').optional(),
		components: z.array(component).min(1),
		message_send_ttl_seconds: z.number().int().optional(),
	})
	.passthrough();

/** Creates a template; `template_review` in the settings decides how its review ends. */
export function createTemplate({ store, settings }: World, { body }: Call): unknown {
	const read = templateBody.safeParse(body);
	if (!read.success) throw toFailure(read.error.issues);
	const { name, language, category, parameter_format, components } = read.data;
	if (!/^[a-z0-9_]{1,512}$/.test(name))
		throw refused(
			2388073,
			'Message template name is invalid',
			'Template names have lower-case letters, digits and underscores only.',
		);
	const twin = [...store.templates.values()].some(
		(template) => template.name === name && template.language === language,
	);
	if (twin)
		throw refused(
			2388024,
			'Content in This Language Already Exists',
			'There is already content for this template in this language.',
		);
	checkBody(components as Component[]);
	const template: Template = {
		id: objectId(),
		name,
		language,
		category: String(category).toUpperCase(),
		status: settings().template_review,
		parameter_format: String(parameter_format ?? 'positional').toUpperCase(),
		components: (components as Component[]).map(upperCased),
		quality_score: { score: 'UNKNOWN' },
		...(settings().template_review === 'REJECTED' && { rejected_reason: 'INVALID_FORMAT' }),
	};
	store.templates.set(template.id, template);
	return { id: template.id, status: template.status, category: template.category };
}

/** A definition has one body, of at most 1024 characters, that neither begins nor ends with a variable. */
export function checkBody(components: Component[]): void {
	const bodies = components.filter(({ type }) => type.toUpperCase() === 'BODY');
	if (bodies.length !== 1)
		throw refused(
			2388072,
			'Message template body format is incorrect',
			'A template needs exactly one body.',
		);
	const text = bodies[0].text ?? '';
	if (text.length > 1024)
		throw refused(
			2388040,
			'Character Limit Exceeded',
			'The body may have 1024 characters at most.',
		);
	if (/^\s*{{|}}\s*$/.test(text))
		throw refused(
			2388299,
			"Variables can't be at the start or end of the template",
			'Put words before and after every variable.',
		);
}

const upperCased = (one: Component): Component => ({
	...one,
	type: one.type.toUpperCase(),
	...(one.format && { format: one.format.toUpperCase() }),
});

/** Template refusals carry their real code as subcode and a text for people. */
export const refused = (subcode: number, userTitle: string, userMessage: string) =>
	new GraphFailure(100, { message: 'Invalid parameter', subcode, userTitle, userMessage });
