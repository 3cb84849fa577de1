import { record, text } from '../../../core/webhook/read';
import { Refusal, taken, type Address, type Registration } from './address';
import { ensureSubscribed } from './subscribedApps';

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

/** The override callback of single numbers. It wins over the one of the business account. */
export const phoneNumber: Address = {
	async isSet(registration) {
		for (const id of numbersOf(registration)) {
			if ((await overrideOf(registration, id)) !== registration.url) return false;
		}
		return true;
	},

	async set(registration) {
		const { url, verifyToken } = registration;
		const ids = numbersOf(registration);
		// All are looked at before the first is changed, so that a refusal leaves nothing half done.
		for (const id of ids) {
			const override = await overrideOf(registration, id);
			if (override && override !== url) throw taken(`the phone number ${id}`, override, url);
		}
		await ensureSubscribed(registration);
		for (const id of ids) {
			await setOverride(registration, id, {
				override_callback_uri: url,
				verify_token: verifyToken,
			});
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
