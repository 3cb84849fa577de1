import type { Template } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { fieldNames, pick } from '../fields';
import { requireAccount } from '../businessAccount';
import { pageOf } from '../page';
import type { Route } from '../route';
import { previewTemplates, unpauseTemplate, upsertTemplates } from './authentication';
import { createTemplate, TEMPLATE_LIMIT } from './create';
import { filterTemplates } from './filter';
import { listLibrary } from './library';
import { deleteTemplates } from './remove';

const BY_DEFAULT = [
	'name',
	'parameter_format',
	'components',
	'language',
	'status',
	'category',
	'sub_category',
] as const;

const KNOWN = [
	...BY_DEFAULT,
	'previous_category',
	'correct_category',
	'quality_score',
	'rejected_reason',
	'message_send_ttl_seconds',
	'library_template_name',
	'cta_url_link_tracking_opted_out',
	'degrees_of_freedom_spec',
	'is_primary_device_delivery_only',
	'display_format',
	'last_updated_time',
	'health_status',
];

/** A template as Graph shows it. */
export function showTemplate(template: Template, fields: unknown): Record<string, unknown> {
	const node = {
		rejected_reason: 'NONE',
		...template,
		health_status: {
			can_send_message: template.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
			entities: [
				{ entity_type: 'MESSAGE_TEMPLATE', id: template.id, can_send_message: 'AVAILABLE' },
			],
		},
	};
	return pick(node, fields, {
		type: 'WhatsAppMessageTemplate',
		known: KNOWN,
		byDefault: BY_DEFAULT,
	});
}

function list(world: World, call: Call): unknown {
	requireAccount(world, call);
	const all = [...world.store.templates.values()];
	const found = filterTemplates(all, call.params);
	const { page, paging } = pageOf(found, call);
	const summary = {
		total_count: found.length,
		message_template_count: all.length,
		message_template_limit: TEMPLATE_LIMIT,
		are_translations_complete: true,
	};
	const asked = fieldNames(call.params.summary);
	return {
		data: page.map((template) => showTemplate(template, call.params.fields)),
		...(paging && { paging }),
		...(asked.length > 0 && {
			summary: Object.fromEntries(Object.entries(summary).filter(([name]) => asked.includes(name))),
		}),
	};
}

const path = '/:id/message_templates';
const needs = 'whatsapp_business_management';

/** An edge of the business account. */
const ofAccount =
	(run: (world: World, call: Call) => unknown) =>
	(world: World, call: Call): unknown => {
		requireAccount(world, call);
		return run(world, call);
	};

export const templateRoutes: Route[] = [
	{ method: 'GET', path, needs, run: list },
	{ method: 'POST', path, needs, run: ofAccount(createTemplate) },
	{ method: 'DELETE', path, needs, run: ofAccount(deleteTemplates) },
	{
		method: 'POST',
		path: '/:id/upsert_message_templates',
		needs,
		run: ofAccount(upsertTemplates),
	},
	{
		method: 'GET',
		path: '/:id/message_template_previews',
		needs,
		run: ofAccount(previewTemplates),
	},
	{ method: 'POST', path: '/:id/unpause', needs, run: unpauseTemplate },
	{ method: 'GET', path: '/message_template_library', needs, run: listLibrary },
];
