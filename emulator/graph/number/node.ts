import type { PhoneNumber } from '../../store';
import { verifyCallback } from '../../webhooks/handshake';
import type { World } from '../../world';
import { requireAccount } from '../businessAccount';
import { type Call, isObject } from '../call';
import { pick } from '../fields';
import { healthOf } from '../health';
import { pageOf } from '../page';
import type { Route } from '../route';
import { readFilters, sorted } from './filter';
import { invalid } from './own';
import { setPin } from './registration';

const IN_LIST = [
	'verified_name',
	'code_verification_status',
	'display_phone_number',
	'quality_rating',
	'platform_type',
	'throughput',
	'webhook_configuration',
] as const;

const ONE = [
	'verified_name',
	'code_verification_status',
	'display_phone_number',
	'quality_rating',
] as const;

const KNOWN = [
	...IN_LIST,
	'name_status',
	'new_name_status',
	'new_display_name',
	'status',
	'host_platform',
	'whatsapp_business_manager_messaging_limit',
	'messaging_limit_tier',
	'is_official_business_account',
	'is_pin_enabled',
	'is_on_biz_app',
	'is_preverified_number',
	'account_mode',
	'certificate',
	'new_certificate',
	'search_visibility',
	'last_onboarded_time',
	'country_code',
	'country_dial_code',
	'unified_cert_status',
	'username',
	'conversational_automation',
	'health_status',
];

/** A phone number as Graph shows it. */
export function showPhoneNumber(
	world: World,
	number: PhoneNumber,
	fields: unknown,
	byDefault: readonly string[] = ONE,
): Record<string, unknown> {
	const { store } = world;
	const node = {
		id: number.id,
		display_phone_number: number.display_phone_number,
		verified_name: number.verified_name,
		code_verification_status: number.code_verification_status,
		quality_rating: number.quality_rating,
		platform_type: 'CLOUD_API',
		host_platform: 'CLOUD_API',
		throughput: { level: number.throughput },
		webhook_configuration: {
			...(number.override && { phone_number: number.override.url }),
			...(store.override && { whatsapp_business_account: store.override.url }),
			...(store.app && { application: store.app.url }),
		},
		name_status: number.name_status,
		new_name_status: number.new_display_name ? 'PENDING_REVIEW' : 'NONE',
		new_display_name: number.new_display_name,
		status: number.status,
		whatsapp_business_manager_messaging_limit: 'TIER_2K',
		messaging_limit_tier: 'TIER_2K',
		is_official_business_account: false,
		is_pin_enabled: number.pin !== undefined,
		is_on_biz_app: false,
		is_preverified_number: false,
		account_mode: 'LIVE',
		search_visibility: number.search_visibility,
		country_code: 'US',
		country_dial_code: '1',
		username: number.username,
		conversational_automation: { id: number.id, ...number.automation },
		health_status: healthOf(world, number.id),
	};
	return pick(node, fields, { type: 'WhatsAppBusinessPhoneNumber', known: KNOWN, byDefault });
}

/** The numbers of the account in the order they were added, or as `sort` says; `filtering` compares fields. */
function list(world: World, call: Call): unknown {
	requireAccount(world, call);
	const { fields, filtering, sort } = call.params;
	const all = sorted([...world.store.phoneNumbers.values()], sort);
	const tests = readFilters(filtering);
	const found = all.filter((number) => {
		const shown = showPhoneNumber(world, number, tests.map(({ field }) => field).join() || 'id');
		return tests.every(({ field, fits }) => fits(shown[field]));
	});
	const { page, paging } = pageOf(found, call);
	return {
		data: page.map((number) => showPhoneNumber(world, number, fields, IN_LIST)),
		...(paging && { paging }),
	};
}

/** `POST /{number}`: its PIN, display name, visibility in search and webhook override. An empty URL removes that. */
export async function updatePhoneNumber(
	world: World,
	number: PhoneNumber,
	{ params }: Call,
): Promise<{ success: true }> {
	const { pin, new_display_name, search_visibility, webhook_configuration } = params;
	if (pin !== undefined) setPin(number, pin);
	if (new_display_name !== undefined) {
		const name = String(new_display_name);
		if (name.length < 2 || name.length > 75)
			throw invalid('Param new_display_name must be between 2 and 75 characters long.');
		number.new_display_name = name;
	}
	if (search_visibility !== undefined) {
		if (!['VISIBLE', 'NON_VISIBLE', 'HIDDEN'].includes(String(search_visibility)))
			throw invalid('Param search_visibility must be one of {VISIBLE, NON_VISIBLE, HIDDEN}.');
		number.search_visibility = String(search_visibility);
	}
	if (webhook_configuration !== undefined) await override(world, number, webhook_configuration);
	return { success: true };
}

async function override(world: World, number: PhoneNumber, configuration: unknown): Promise<void> {
	if (!isObject(configuration)) throw invalid('Param webhook_configuration must be a JSON object.');
	const { override_callback_uri: url, verify_token } = configuration;
	if (url === '' || url === undefined) {
		number.override = undefined;
		return;
	}
	const callback = { url: String(url), verifyToken: String(verify_token ?? '') };
	await verifyCallback(world, callback);
	number.override = callback;
}

export const phoneNumberRoutes: Route[] = [
	{ method: 'GET', path: '/:id/phone_numbers', needs: 'whatsapp_business_management', run: list },
];
