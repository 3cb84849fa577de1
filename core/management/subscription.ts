import { firstText, record, text } from '../webhook/read';

/** An app that gets the webhooks of the account. Meta nests its ID in guides and gives it flat in its schema. */
export function subscriptionSummary(answer: unknown, ownAppId: string) {
	const entry = record(answer);
	const app = record(entry.whatsapp_business_api_data);
	const app_id = firstText(app.id, entry.id);
	return {
		app_id,
		app_name: firstText(app.name, entry.name),
		is_own_app: app_id === ownAppId,
		/** Empty where the app's own callback is used. */
		override_callback_uri: text(entry.override_callback_uri),
	};
}
