import type { World } from '../world';
import type { Call } from './call';
import { noSuchObject } from './error';
import { pick } from './fields';
import { businessId, healthOf } from './health';

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
];

/** The business account as Graph shows it. */
export function showAccount(world: World, fields: unknown): Record<string, unknown> {
	const { config } = world;
	const node = {
		id: config.businessAccountId,
		name: 'Demo Shop',
		timezone_id: '1',
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
		is_enabled_for_insights: true,
		whatsapp_business_manager_messaging_limit: 'TIER_2K',
		marketing_messages_onboarding_status: 'ELIGIBLE',
		template_auto_archival_enabled: false,
	};
	return pick(node, fields, {
		type: 'WhatsAppBusinessAccount',
		known: KNOWN,
		byDefault: BY_DEFAULT,
	});
}
