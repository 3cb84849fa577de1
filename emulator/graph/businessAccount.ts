import type { World } from '../world';
import type { Call } from './call';
import { GraphFailure, noSuchObject } from './error';
import { KINDS } from './analytics/kinds';
import { askedFields, pick } from './fields';
import { businessId, healthOf } from './health';
import { invalid } from './number/own';

/** Throws when the call is about another business account than ours. */
export function requireAccount({ config }: World, { method, id }: Call): void {
	if (id !== config.businessAccountId) throw noSuchObject(method, id);
}

const BY_DEFAULT = ['name', 'timezone_id', 'message_template_namespace'] as const;

const KNOWN = [
	...BY_DEFAULT,
	'creation_time',
	'country',
	'currency',
	'account_review_status',
	'business_verification_status',
	'ownership_type',
	'primary_funding_id',
	'primary_business_location',
	'owner_business_info',
	'on_behalf_of_business_info',
	'is_shared_with_partners',
	'status',
	'health_status',
	'is_enabled_for_insights',
	'whatsapp_business_manager_messaging_limit',
	'marketing_messages_onboarding_status',
	'marketing_messages_lite_api_status',
	'template_auto_archival_enabled',
	'disable_marketing_messages_on_cloud_api',
	...Object.keys(KINDS),
];

/** The business account as Graph shows it. */
export function showAccount(world: World, fields: unknown): Record<string, unknown> {
	const { config, store } = world;
	const node = {
		id: config.businessAccountId,
		message_template_namespace: 'b1d5c7a0_emulated_namespace',
		creation_time: 1735689600,
		country: 'US',
		currency: 'USD',
		account_review_status: 'APPROVED',
		business_verification_status: 'verified',
		ownership_type: 'SELF',
		primary_business_location: 'US',
		owner_business_info: { name: 'Demo Shop', id: businessId(config.businessAccountId) },
		is_shared_with_partners: false,
		status: 'ACTIVE',
		health_status: healthOf(world),
		whatsapp_business_manager_messaging_limit: 'TIER_2K',
		marketing_messages_onboarding_status: 'ELIGIBLE',
		...store.account,
		...analyticsOf(world, fields),
	};
	return pick(node, fields, {
		type: 'WhatsAppBusinessAccount',
		known: KNOWN,
		byDefault: BY_DEFAULT,
	});
}

/** The analytics among the asked-for fields; only these are computed. */
function analyticsOf(world: World, fields: unknown): Record<string, unknown> {
	const asked = askedFields(fields).filter(({ name }) => name in KINDS);
	return Object.fromEntries(
		asked.map(({ name, arguments: given }) => [name, KINDS[name](world, given)]),
	);
}

/** `POST /{account}`: its name, time zone and switches. Insights, once on, stay on. */
export function updateAccount({ store }: World, { params }: Call): { success: true } {
	const { account } = store;
	const { name, timezone_id, is_enabled_for_insights } = params;
	if (name !== undefined) {
		if (String(name) === '') throw invalid('Invalid parameter: name must be a non-empty string');
		account.name = String(name);
	}
	if (timezone_id !== undefined) {
		if (!/^\d{1,3}$/.test(String(timezone_id)))
			throw invalid('Param timezone_id must be the number of a time zone.');
		account.timezone_id = String(timezone_id);
	}
	if (is_enabled_for_insights !== undefined) {
		if (account.is_enabled_for_insights && String(is_enabled_for_insights) === 'false')
			throw new GraphFailure(200006);
		account.is_enabled_for_insights = String(is_enabled_for_insights) === 'true';
	}
	for (const key of SWITCHES)
		if (params[key] !== undefined) account[key] = String(params[key]) === 'true';
	return { success: true };
}

const SWITCHES = [
	'disable_marketing_messages_on_cloud_api',
	'template_auto_archival_enabled',
] as const;
