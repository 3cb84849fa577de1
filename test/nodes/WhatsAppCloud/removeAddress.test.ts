import type { Emulator } from '../../../emulator';
import { listen, type HttpServer } from '../../support/httpServer';
import { done, manage } from './manage';
import { emulate } from './support';

let emulator: Emulator;
let old: HttpServer;
let other: HttpServer;

const answerer = async () =>
	await listen((heard, response) =>
		response.end(new URL(heard.url, 'http://x').searchParams.get('hub.challenge')),
	);

beforeEach(async () => {
	[emulator, old, other] = await Promise.all([emulate(), answerer(), answerer()]);
});

afterEach(async () => {
	await Promise.all([emulator.close(), old.close(), other.close()]);
});

async function set(path: string, body: object, asApp = false): Promise<void> {
	const { accessToken, appId, appSecret } = emulator.config;
	const { status } = await fetch(`${emulator.url}/v25.0/${path}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${asApp ? `${appId}|${appSecret}` : accessToken}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify(body),
	});
	expect(status).toBe(200);
}

const verify_token = 'not-a-real-verify-token';
const account = () => emulator.config.businessAccountId;
const onAccount = async (url: string) =>
	await set(`${account()}/subscribed_apps`, { override_callback_uri: url, verify_token });
const onNumber = async (url: string) =>
	await set(emulator.config.phoneNumberId, {
		webhook_configuration: { override_callback_uri: url, verify_token },
	});
const onApp = async (url: string) =>
	await set(
		`${emulator.config.appId}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: url,
			verify_token,
			fields: 'messages',
		},
		true,
	);

const where = () => emulator.control.config() as { subscribed: boolean; callbacks: object };

it('takes the address away from account, number and app, and keeps the app subscribed', async () => {
	for (const occupy of [onAccount, onNumber, onApp]) await occupy(old.url);
	const removed = await done(emulator, 'subscription.removeAddress', { address: ` ${old.url} ` });
	expect(removed).toEqual([
		{
			business_account_id: account(),
			address: old.url,
			business_account: true,
			phone_number_ids: [emulator.config.phoneNumberId],
			app: true,
			changed: true,
		},
	]);
	expect(where()).toMatchObject({
		subscribed: true,
		callbacks: { number: '', business_account: '', app: '' },
	});
});

it('leaves every other address where it is', async () => {
	await onAccount(other.url);
	await onNumber(old.url);
	await onApp(other.url);
	const [removed] = await done(emulator, 'subscription.removeAddress', { address: old.url });
	expect(removed).toMatchObject({ business_account: false, app: false, changed: true });
	expect(where().callbacks).toEqual({
		number: '',
		business_account: other.url,
		app: other.url,
	});
	const writes = () => emulator.control.requests().filter(({ method }) => method !== 'GET').length;
	const before = writes();
	const again = await done(emulator, 'subscription.removeAddress', { address: old.url });
	expect(again).toMatchObject([{ phone_number_ids: [], changed: false }]);
	expect(writes()).toBe(before);
});

it.each(['old-n8n.example.com', 'https://a b'])('asks nobody about %j', async (address) => {
	const { error } = await manage(emulator, 'subscription.removeAddress', { address });
	expect(error?.message).toContain('not a whole web address');
	expect(emulator.control.requests()).toEqual([]);
});
