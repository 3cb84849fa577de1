import { record, text } from '../../../core/webhook/read';
import { GraphError } from '../../../core/graph/error';
import { Refusal, taken, VERIFICATION, type Address, type Registration } from './address';
import { ensureSubscribed, readSubscription } from './subscribedApps';

function numbersOf({ phoneNumberIds, account }: Registration): string[] {
	const ids = phoneNumberIds.length ? phoneNumberIds : [account.phoneNumberId].filter(Boolean);
	if (ids.length && ids.every((id) => /^\d+$/.test(id))) return ids;
	throw new Refusal(
		'There is no usable Phone Number ID whose webhooks this trigger could receive.',
		'Enter it under Phone Number IDs in this trigger, or in the credential. It has digits only and is not the phone number itself.',
	);
}

async function overrideOf({ graph }: Registration, id: string): Promise<string> {
	const qs = { fields: 'webhook_configuration' };
	const { webhook_configuration } = await graph({ method: 'GET', path: `/${id}`, qs });
	return text(record(webhook_configuration).phone_number);
}

const setOverride = async ({ graph }: Registration, id: string, body: Record<string, string>) =>
	await graph({ method: 'POST', path: `/${id}`, body: { webhook_configuration: body } });

/**
 * Meta verifies the address during this call, so it comes before the app is subscribed: an address that Meta cannot
 * reach then changes nothing. Should Meta want the subscription first, it gets it.
 */
async function point(registration: Registration, id: string): Promise<void> {
	const { url, verifyToken } = registration;
	const body = { override_callback_uri: url, verify_token: verifyToken };
	try {
		await setOverride(registration, id, body);
	} catch (error) {
		const mayLackSubscription = error instanceof GraphError && error.code !== VERIFICATION;
		if (!mayLackSubscription || (await readSubscription(registration)).isSubscribed) {
			return await Promise.reject(error);
		}
		await ensureSubscribed(registration);
		await setOverride(registration, id, body);
	}
}

/** After a publication that failed half-way: Meta would send to an address that does not answer. */
async function takeBack(registration: Registration, ids: string[]): Promise<void> {
	for (const id of ids) {
		try {
			await setOverride(registration, id, { override_callback_uri: '' });
		} catch {
			registration.warn(`could not remove its address from the phone number ${id} again`);
		}
	}
}

/** The override callback of single numbers. It wins over the one of the business account. */
export const phoneNumber: Address = {
	async isSet(registration) {
		for (const id of numbersOf(registration)) {
			if ((await overrideOf(registration, id)) !== registration.url) return false;
		}
		return (await readSubscription(registration)).isSubscribed;
	},

	async set(registration) {
		const { url } = registration;
		const ids = numbersOf(registration);
		const missing: string[] = [];
		// All are looked at before the first is changed, so that a refusal leaves nothing half done.
		for (const id of ids) {
			const override = await overrideOf(registration, id);
			if (override && override !== url) throw taken(`the phone number ${id}`, override, url);
			if (!override) missing.push(id);
		}
		const done: string[] = [];
		try {
			for (const id of missing) {
				await point(registration, id);
				done.push(id);
			}
			await ensureSubscribed(registration);
		} catch (error) {
			await takeBack(registration, done);
			await Promise.reject(error);
		}
	},

	async remove(registration) {
		let removed = false;
		for (const id of numbersOf(registration)) {
			if ((await overrideOf(registration, id)) !== registration.url) continue;
			await setOverride(registration, id, { override_callback_uri: '' });
			removed = true;
		}
		return removed;
	},
};
