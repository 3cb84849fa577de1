import { randomBytes } from 'node:crypto';
import type { Flow } from '../../store';
import { dispatch } from '../../webhooks/dispatch';
import type { World } from '../../world';
import { appNode } from '../app';
import { type Call, isObject, parseList } from '../call';
import { GraphFailure } from '../error';
import { askedFields, pick } from '../fields';
import { healthOf } from '../health';
import { invalid } from '../number/own';

const CATEGORIES =
	'SIGN_UP SIGN_IN APPOINTMENT_BOOKING LEAD_GENERATION CONTACT_US CUSTOMER_SUPPORT SURVEY OTHER'.split(
		' ',
	);

export const BY_DEFAULT = ['id', 'name', 'status', 'categories', 'validation_errors'] as const;

const KNOWN = [
	...BY_DEFAULT,
	'json_version',
	'data_api_version',
	'data_channel_uri',
	'endpoint_uri',
	'preview',
	'health_status',
	'whatsapp_business_account',
	'application',
	'metric',
	'updated_at',
];

/** The categories of a call, which forms send as JSON text. */
export function readCategories(value: unknown): string[] {
	const list = parseList(value) ?? value;
	if (!Array.isArray(list) || list.length === 0)
		throw invalid('The parameter categories is required.');
	const wrong = list.find((one) => !CATEGORIES.includes(String(one)));
	if (wrong !== undefined)
		throw invalid(
			`Param categories must be one of {${CATEGORIES.join(', ')}} - got "${String(wrong)}".`,
		);
	return list.map(String);
}

export const jsonOf = ({ json }: Flow): Record<string, unknown> => {
	const read = parseList(json);
	return isObject(read) ? read : {};
};

/** A flow as Graph shows it. A preview link lives 30 days, or until it is invalidated. */
export function showFlow(
	world: World,
	flow: Flow,
	fields: unknown,
	byDefault: readonly string[] = BY_DEFAULT,
): Record<string, unknown> {
	const asked = askedFields(fields);
	const { version, data_api_version } = jsonOf(flow);
	const argumentsOf = (name: string) => asked.find((one) => one.name === name)?.arguments ?? {};
	const metric = argumentsOf('metric');
	const node = {
		id: flow.id,
		name: flow.name,
		status: flow.status,
		categories: flow.categories,
		validation_errors: flow.validation_errors,
		json_version: version,
		data_api_version,
		data_channel_uri: flow.endpoint_uri,
		endpoint_uri: flow.endpoint_uri,
		...(asked.some(({ name }) => name === 'preview') && {
			preview: preview(world, flow, argumentsOf('preview').invalidate === 'true'),
		}),
		health_status: {
			...healthOf(world),
			entities: [
				{ entity_type: 'FLOW', id: flow.id, can_send_message: 'AVAILABLE' },
				...healthOf(world).entities,
			],
		},
		whatsapp_business_account: {
			id: world.config.businessAccountId,
			name: 'Demo Shop',
			timezone_id: '1',
			message_template_namespace: 'b1d5c7a0_emulated_namespace',
		},
		application: { ...appNode(world.config), category: undefined },
		// Nobody ever fills in a flow here, so there is nothing to count.
		metric: { name: metric.name, granularity: metric.granularity ?? 'DAY', data_points: [] },
		updated_at: new Date(flow.updated).toISOString().replace('.000Z', '+0000'),
	};
	return pick(node, fields, { type: 'WhatsAppBusinessFlow', known: KNOWN, byDefault });
}

function preview({ clock }: World, flow: Flow, invalidate: boolean): Record<string, string> {
	const MONTH = 30 * 24 * 3_600_000;
	if (invalidate || flow.previewUntil < clock.now()) {
		flow.previewToken = randomBytes(16).toString('hex');
		flow.previewUntil = clock.now() + MONTH;
	}
	return {
		preview_url: `https://business.facebook.com/wa/manage/flows/${flow.id}/preview/?token=${flow.previewToken}`,
		expires_at: new Date(flow.previewUntil).toISOString().replace(/\.\d+Z$/, '+0000'),
	};
}

/** `POST /{flow}`: what surrounds the JSON. */
export function updateFlow(world: World, flow: Flow, { params }: Call): { success: true } {
	const { name, categories, endpoint_uri, application_id } = params;
	if (flow.status === 'DEPRECATED')
		throw new GraphFailure(139001, {
			userTitle: 'Flow cannot be updated',
			userMessage: 'A deprecated flow cannot be changed.',
		});
	if (name !== undefined) {
		requireFreeName(world, String(name), flow.id);
		flow.name = String(name);
	}
	if (categories !== undefined) flow.categories = readCategories(categories);
	if (endpoint_uri !== undefined) flow.endpoint_uri = readEndpoint(endpoint_uri);
	if (application_id !== undefined) flow.application_id = String(application_id);
	flow.updated = world.clock.now();
	return { success: true };
}

export function readEndpoint(value: unknown): string {
	if (!/^https:\/\/\S+$/.test(String(value)))
		throw invalid('Param endpoint_uri must be an HTTPS address.');
	return String(value);
}

export function requireFreeName({ store }: World, name: string, except?: string): void {
	if (!name) throw invalid('The parameter name is required.');
	if ([...store.flows.values()].some((other) => other.name === name && other.id !== except))
		throw new GraphFailure(100, {
			message: 'Invalid parameter',
			subcode: 4016019,
			userTitle: 'Flow name is not unique',
			userMessage: 'There is already a flow with this name. Choose another name.',
		});
}

/** `DELETE /{flow}`: only what was never published. */
export function removeFlow({ store }: World, flow: Flow): { success: true } {
	if (flow.status !== 'DRAFT')
		throw new GraphFailure(139004, {
			userTitle: 'Flow cannot be deleted',
			userMessage: 'A published flow cannot be deleted. Deprecate it instead.',
		});
	store.flows.delete(flow.id);
	return { success: true };
}

/** Moves a flow on and tells the app about it. */
export function changeStatus(world: World, flow: Flow, status: Flow['status']): void {
	const old_status = flow.status;
	flow.status = status;
	flow.updated = world.clock.now();
	const value = {
		event: 'FLOW_STATUS_CHANGE',
		message: `Flow ${flow.name} changed status from ${old_status} to ${status}.`,
		flow_id: flow.id,
		old_status,
		new_status: status,
	};
	dispatch(world, { field: 'flows', phoneNumberId: '', value }, {});
}
