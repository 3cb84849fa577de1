import { z } from 'zod';
import { templateId } from '../../ids';
import type { Component, Template } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { oneOf } from '../message/common';
import { toFailure } from '../message/issues';
import { checkDefinition } from './definition';
import { componentsFromLibrary } from './library';
import { refused } from './refused';

const DAY = 24 * 3_600_000;

/** Templates an account may have; verified businesses have more. */
export const TEMPLATE_LIMIT = 250;

const button = z
	.object({ type: z.string().min(1), text: z.string().optional(), url: z.string().optional() })
	.passthrough();

const component: z.ZodTypeAny = z
	.object({
		type: z.string().min(1),
		format: z.string().optional(),
		text: z.string().optional(),
		buttons: z.array(button).optional(),
		cards: z
			.array(z.object({ components: z.lazy(() => z.array(component)) }).passthrough())
			.optional(),
	})
	.passthrough();

export const components = z.array(component).min(1);

const templateBody = z
	.object({
		name: z.string().min(1),
		language: z.string().min(2),
		category: oneOf('authentication', 'marketing', 'utility'),
		parameter_format: oneOf('positional', 'named').optional(),
		components,
		message_send_ttl_seconds: z.number().int().optional(),
	})
	.passthrough();

/** What a template keeps besides its definition. */
const KEPT = [
	'message_send_ttl_seconds',
	'sub_category',
	'display_format',
	'library_template_name',
	'cta_url_link_tracking_opted_out',
	'degrees_of_freedom_spec',
	'is_primary_device_delivery_only',
];

/** Creates a template; `template_review` in the settings decides how its review ends. */
export function createTemplate(world: World, { body }: Call): unknown {
	const { store, settings, clock } = world;
	const read = templateBody.safeParse(
		body.library_template_name === undefined
			? body
			: { ...body, components: componentsFromLibrary(body) },
	);
	if (!read.success) throw toFailure(read.error.issues);
	const { name, language, parameter_format } = read.data;
	const category = String(read.data.category).toUpperCase();
	const format = String(parameter_format ?? 'positional').toUpperCase();
	checkName(world, name, language);
	checkTtl(category, read.data.message_send_ttl_seconds);
	const definition = read.data.components as Component[];
	checkDefinition(store, { category, isNamed: format === 'NAMED', components: definition });
	const template: Template = {
		id: templateId(),
		name,
		language,
		category,
		status: settings().template_review,
		parameter_format: format,
		components: definition.map(upperCased),
		quality_score: { score: 'UNKNOWN', date: Math.floor(clock.now() / 1000) },
		...(settings().template_review === 'REJECTED' && { rejected_reason: 'INVALID_FORMAT' }),
		...Object.fromEntries(KEPT.filter((key) => key in body).map((key) => [key, body[key]])),
	};
	store.templates.set(template.id, template);
	return { id: template.id, status: template.status, category: template.category };
}

function checkName({ store, settings, clock }: World, name: string, language: string): void {
	if (!/^[a-z0-9_]{1,512}$/.test(name))
		throw refused(
			undefined,
			'Message template name is invalid',
			'Template names have lower-case letters, digits and underscores only.',
		);
	if (!/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(language))
		throw refused(
			undefined,
			'Message template language is invalid',
			`${language} is not a language code such as en, en_US or pt_BR.`,
		);
	const all = [...store.templates.values()];
	if (all.some((template) => template.name === name && template.language === language))
		throw refused(
			2388024,
			'Content in This Language Already Exists',
			'There is already content for this template in this language.',
		);
	const deleted = store.deletedTemplates.get(`${name} ${language}`);
	if (deleted !== undefined && clock.now() - deleted < settings().template_cooldown_days * DAY)
		throw refused(
			2388023,
			'Message Template Language is Being Deleted',
			'New content cannot be added while the deleted content of this language is being removed. Use another name, or wait 30 days.',
		);
	if (all.length >= TEMPLATE_LIMIT)
		throw refused(
			2388019,
			'Message Template Limit Exceeded',
			`This account has ${TEMPLATE_LIMIT} templates. Delete one first.`,
		);
}

/** The seconds each category allows; -1 stands for 30 days. */
const TTL: Record<string, [number, number]> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};

/** How long Meta may try to deliver: checked against the category's own range. */
export function checkTtl(category: string, ttl: unknown): void {
	if (ttl === undefined || (ttl === -1 && category !== 'MARKETING')) return;
	const [least, most] = TTL[category];
	if (Number(ttl) >= least && Number(ttl) <= most) return;
	throw refused(
		undefined,
		'message_send_ttl_seconds is out of range',
		`${category} templates take ${least} to ${most} seconds.`,
	);
}

/** Meta answers in capitals, whatever the case it was given. */
export const upperCased = (one: Component): Component => ({
	...one,
	type: one.type.toUpperCase(),
	...(one.format && { format: one.format.toUpperCase() }),
	...(one.buttons && {
		buttons: one.buttons.map((button) => ({ ...button, type: button.type.toUpperCase() })),
	}),
	...(one.cards && {
		cards: one.cards.map((card) => ({ ...card, components: card.components.map(upperCased) })),
	}),
});
