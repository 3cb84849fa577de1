import { record, text } from '../webhook/read';

export const PHONE_NUMBER_FIELDS =
	'id,display_phone_number,verified_name,name_status,status,quality_rating,code_verification_status,platform_type,throughput,whatsapp_business_manager_messaging_limit,is_official_business_account,webhook_configuration';

/** A number of the account, flat. */
export function phoneNumberSummary(answer: unknown) {
	const number = record(answer);
	const callbacks = record(number.webhook_configuration);
	return {
		phone_number_id: text(number.id),
		display_phone_number: text(number.display_phone_number),
		verified_name: text(number.verified_name),
		name_status: text(number.name_status),
		status: text(number.status),
		quality_rating: text(number.quality_rating),
		code_verification_status: text(number.code_verification_status),
		platform_type: text(number.platform_type),
		throughput_level: text(record(number.throughput).level),
		messaging_limit: text(number.whatsapp_business_manager_messaging_limit),
		is_official_business_account: number.is_official_business_account === true,
		/** Where its messages and statuses go: the number's own callback, else the account's, else the app's. */
		webhook_url:
			text(callbacks.phone_number) ||
			text(callbacks.whatsapp_business_account) ||
			text(callbacks.application),
	};
}
