import { isRecord, list, record, text } from '../../../core/webhook/read';
import { taken, type Address, type Registration } from './address';
import { APP_FIELDS } from './fields';
import { ensureSubscribed, readSubscription } from './subscribedApps';

const OBJECT = 'whatsapp_business_account';

const pathOf = ({ account }: Registration) => `/${account.appId}/subscriptions`;

interface AppCallback {
	url: string;
	fields: string[];
}

async function readCallback(registration: Registration): Promise<AppCallback> {
	const { data } = await registration.appGraph({ method: 'GET', path: pathOf(registration) });
	const found = list(data)
		.filter(isRecord)
		.find((entry) => text(entry.object) === OBJECT);
	return {
		url: text(found?.callback_url),
		fields: list(found?.fields)
			.map((field) => text(record(field).name) || text(field))
			.filter(Boolean),
	};
}

const clear = async (registration: Registration) =>
	await registration.appGraph({
		method: 'DELETE',
		path: pathOf(registration),
		qs: { object: OBJECT },
	});

/** The app's one callback: the only place that gets template, account and alert events. */
export const app: Address = {
	async isSet(registration) {
		const { url, fields } = await readCallback(registration);
		if (url !== registration.url || !APP_FIELDS.every((field) => fields.includes(field)))
			return false;
		return (await readSubscription(registration)).isSubscribed;
	},

	async set(registration) {
		const { appGraph, url, verifyToken } = registration;
		const present = await readCallback(registration);
		if (present.url && present.url !== url) throw taken('this Meta app', present.url, url);
		// Setting the callback replaces its fields, so those that somebody added are sent along.
		const fields = [...new Set([...present.fields, ...APP_FIELDS])].join(',');
		await appGraph({
			method: 'POST',
			path: pathOf(registration),
			body: {
				object: OBJECT,
				callback_url: url,
				verify_token: verifyToken,
				fields,
				include_values: true,
			},
		});
		try {
			await ensureSubscribed(registration);
		} catch (error) {
			if (!present.url) await clear(registration);
			await Promise.reject(error);
		}
	},

	async remove(registration) {
		const { url } = await readCallback(registration);
		if (url !== registration.url) return false;
		await clear(registration);
		return true;
	},
};
