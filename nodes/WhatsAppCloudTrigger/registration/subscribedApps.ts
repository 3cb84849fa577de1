import { isRecord, list, record, text, type Json } from '../../../core/webhook/read';
import { Refusal, type Registration } from './address';

/** How our app stands towards the business account. */
export interface Subscription {
	isSubscribed: boolean;
	/** The override callback of our app; empty when there is none. */
	override: string;
}

/** Meta nests the app's ID in guides and gives it flat in its schema. */
const appIdOf = (entry: Json) =>
	text(record(entry.whatsapp_business_api_data).id) || text(entry.id);

export function pathOf({ account }: Registration): string {
	if (/^\d+$/.test(account.businessAccountId))
		return `/${account.businessAccountId}/subscribed_apps`;
	throw new Refusal(
		'The credential has no usable Business Account ID.',
		'Enter the number of the WhatsApp Business Account: at developers.facebook.com open the app, then WhatsApp > API Setup.',
	);
}

/** Reads how our app is subscribed to the business account. Other apps' subscriptions are theirs. */
export async function readSubscription(registration: Registration): Promise<Subscription> {
	const { graph, account } = registration;
	const { data } = await graph({ method: 'GET', path: pathOf(registration) });
	const entries = list(data).filter(isRecord);
	const mine = entries.find((entry) => appIdOf(entry) === account.appId);
	return { isSubscribed: mine !== undefined, override: text(mine?.override_callback_uri) };
}

/**
 * Subscribes our app without touching an override. The body-less call would remove one, so it is made only for an app
 * that is not subscribed and so has none.
 */
export async function ensureSubscribed(registration: Registration): Promise<void> {
	const { isSubscribed } = await readSubscription(registration);
	if (isSubscribed) return;
	await registration.graph({ method: 'POST', path: pathOf(registration) });
}
