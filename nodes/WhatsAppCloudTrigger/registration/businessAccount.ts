import { taken, type Address } from './address';
import { findShadows } from './shadows';
import { pathOf, readSubscription } from './subscribedApps';

/** The override callback of the business account: one call subscribes the app and sets it. */
export const businessAccount: Address = {
	async isSet(registration) {
		const { isSubscribed, override } = await readSubscription(registration);
		return isSubscribed && override === registration.url;
	},

	async set(registration) {
		const { graph, url, verifyToken, warn } = registration;
		const { override } = await readSubscription(registration);
		if (override && override !== url) throw taken('this business account', override, url);
		const shadows = await findShadows(registration);
		if (shadows.refusal) throw shadows.refusal;
		if (shadows.warning) warn(shadows.warning);
		await graph({
			method: 'POST',
			path: pathOf(registration),
			body: { override_callback_uri: url, verify_token: verifyToken },
		});
	},

	async remove(registration) {
		const { override } = await readSubscription(registration);
		if (override !== registration.url) return false;
		// Without a body this removes the override and keeps the subscription. DELETE would end the subscription.
		await registration.graph({ method: 'POST', path: pathOf(registration) });
		return true;
	},
};
