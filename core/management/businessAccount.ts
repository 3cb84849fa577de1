import { record, text } from '../webhook/read';

export const BUSINESS_ACCOUNT_FIELDS =
	'id,name,status,account_review_status,business_verification_status,country,currency,timezone_id,ownership_type,owner_business_info,whatsapp_business_manager_messaging_limit,is_enabled_for_insights,marketing_messages_onboarding_status';

/** The WhatsApp Business Account, flat. */
export function businessAccountSummary(answer: unknown) {
	const account = record(answer);
	return {
		business_account_id: text(account.id),
		name: text(account.name),
		status: text(account.status),
		review: text(account.account_review_status),
		business_verification: text(account.business_verification_status),
		country: text(account.country),
		currency: text(account.currency),
		/** Meta's own number for a time zone. */
		timezone_id: text(account.timezone_id),
		ownership: text(account.ownership_type),
		business_portfolio: text(record(account.owner_business_info).name),
		messaging_limit: text(account.whatsapp_business_manager_messaging_limit),
		template_analytics: account.is_enabled_for_insights === true,
		marketing_messages: text(account.marketing_messages_onboarding_status),
	};
}
