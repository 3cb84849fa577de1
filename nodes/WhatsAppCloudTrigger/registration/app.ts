import { isRecord, list, record, text } from '../../../core/webhook/read';
import { GraphError } from '../../../core/graph/error';
import { taken, type Address, type Registration } from './address';
import { APP_FIELDS, MORE_FIELDS } from './fields';
import { ensureSubscribed, readSubscription } from './subscribedApps';

/** Meta's code for, among others, a field that it does not offer. */
const INVALID_PARAMETER = 100;

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

const point = async ({ appGraph, account, url, verifyToken }: Registration, fields: string[]) =>
	await appGraph({
		method: 'POST',
		path: `/${account.appId}/subscriptions`,
		body: {
			object: OBJECT,
			callback_url: url,
			verify_token: verifyToken,
			fields: fields.join(','),
			include_values: true,
		},
	});

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
		const { url } = registration;
		const present = await readCallback(registration);
		if (present.url && present.url !== url) throw taken('this Meta app', present.url, url);
		// Setting the callback replaces its fields, so those that somebody added are sent along.
		const needed = [...new Set([...present.fields, ...APP_FIELDS])];
		try {
			await point(registration, [...new Set([...needed, ...MORE_FIELDS])]);
		} catch (error) {
			const mayBeAField = error instanceof GraphError && error.code === INVALID_PARAMETER;
			if (!mayBeAField) await Promise.reject(error);
			await point(registration, needed);
			registration.warn('receives no more than the usual events, because Meta refused some others');
		}
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
