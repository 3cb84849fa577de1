import { setTheStage, type Stage, template } from './support/stage';
import { startReceiver } from './support/receiver';

let stage: Stage;
beforeEach(async () => {
	stage = await setTheStage();
});
afterEach(async () => await stage.close());

const account = () => `/${stage.emulator.config.businessAccountId}/subscribed_apps`;
const number = () => `/${stage.emulator.config.phoneNumberId}`;
const appTokenOf = () => `${stage.emulator.config.appId}|${stage.emulator.config.appSecret}`;

it('asks the callback for the challenge before it sets the override', async () => {
	expect((await stage.graph('GET', account())).body).toEqual({ data: [] });
	expect((await stage.subscribe()).body).toEqual({ success: true });
	const [query] = stage.receiver.handshakes;
	expect(query.get('hub.mode')).toBe('subscribe');
	expect(query.get('hub.verify_token')).toBe('our-verify-token');
	expect(query.get('hub.challenge')).toMatch(/^\d+$/);
	expect((await stage.graph('GET', account())).body).toEqual({
		data: [
			{
				whatsapp_business_api_data: {
					id: stage.emulator.config.appId,
					name: expect.any(String),
					link: expect.any(String),
				},
				override_callback_uri: stage.receiver.url,
			},
		],
	});
});

it.each([
	['refuses the token', { status: 403 }],
	['wraps the challenge', { status: 200, text: '"1234"' }],
	['is not there', { status: 404 }],
])('refuses an override whose callback %s', async (_name, reply) => {
	stage.receiver.challenge(reply);
	const { status, body } = await stage.subscribe();
	expect(status).toBe(400);
	expect(body.error).toMatchObject({
		code: 2200,
		type: 'OAuthException',
		fbtrace_id: expect.any(String),
	});
	expect((await stage.graph('GET', account())).body).toEqual({ data: [] });
});

it('refuses an override that is no address, has no token, or that nobody answers', async () => {
	const post = async (body: unknown) =>
		(await stage.graph('POST', account(), body)).body.error?.code;
	expect(await post({ override_callback_uri: 'not a url', verify_token: 't' })).toBe(100);
	expect(await post({ override_callback_uri: 'ftp://example.com', verify_token: 't' })).toBe(100);
	expect(await post({ override_callback_uri: stage.receiver.url })).toBe(100);
	expect(await post({ override_callback_uri: 'http://127.0.0.1:1/', verify_token: 't' })).toBe(
		2200,
	);
});

it('removes the override with a call that has no body, and everything with DELETE', async () => {
	await stage.subscribe();
	await stage.graph('POST', account());
	const { body } = await stage.graph('GET', account());
	expect(body.data).toHaveLength(1);
	expect(body.data[0]).not.toHaveProperty('override_callback_uri');
	expect((await stage.graph('DELETE', account())).body).toEqual({ success: true });
	expect((await stage.graph('GET', account())).body).toEqual({ data: [] });
});

it('prefers the override of the number, then the account, then the app', async () => {
	const { control, config } = stage.emulator;
	const [app, own] = [await startReceiver(), await startReceiver()];
	const subscriptions = `/${config.appId}/subscriptions`;
	const query = new URLSearchParams({
		object: 'whatsapp_business_account',
		callback_url: app.url,
		verify_token: 'x',
		fields: 'messages,account_update',
	});
	await stage.graph('POST', `${subscriptions}?${query}`, undefined, appTokenOf());
	await stage.graph('POST', account());
	const deliver = async () => {
		stage.write('15551234567');
		await control.idle();
		return [app, stage.receiver, own].map(({ deliveries }) => deliveries.splice(0).length);
	};
	expect(await deliver()).toEqual([1, 0, 0]);
	await stage.subscribe();
	expect(await deliver()).toEqual([0, 1, 0]);
	const override = { override_callback_uri: own.url, verify_token: 'y' };
	await stage.graph('POST', number(), { webhook_configuration: override });
	expect(await deliver()).toEqual([0, 0, 1]);
	expect((await stage.graph('GET', `${number()}?fields=webhook_configuration`)).body).toEqual({
		id: config.phoneNumberId,
		webhook_configuration: {
			phone_number: own.url,
			whatsapp_business_account: stage.receiver.url,
			application: app.url,
		},
	});
	await stage.graph('POST', number(), { webhook_configuration: { override_callback_uri: '' } });
	expect(await deliver()).toEqual([0, 1, 0]);
	await Promise.all([app.close(), own.close()]);
});

it('shows and removes the subscription of the app to the app only', async () => {
	const path = `/${stage.emulator.config.appId}/subscriptions`;
	const refused = await stage.graph('GET', path);
	expect(refused.body.error).toMatchObject({ code: 15 });
	const set = {
		object: 'whatsapp_business_account',
		callback_url: stage.receiver.url,
		verify_token: 'x',
		fields: ['messages'],
	};
	expect((await stage.graph('POST', path, set, appTokenOf())).body).toEqual({ success: true });
	expect((await stage.graph('GET', path, undefined, appTokenOf())).body).toEqual({
		data: [
			{
				object: 'whatsapp_business_account',
				callback_url: stage.receiver.url,
				active: true,
				fields: [{ name: 'messages', version: 'v25.0' }],
			},
		],
	});
	await stage.graph('DELETE', `${path}?object=whatsapp_business_account`, undefined, appTokenOf());
	expect((await stage.graph('GET', path, undefined, appTokenOf())).body).toEqual({ data: [] });
});

it('sends any webhook on demand, rightly or wrongly signed', async () => {
	await stage.subscribe();
	const { control } = stage.emulator;
	expect(await control.sendWebhook({ body: { object: 'x', entry: [] }, secret: 'forged' })).toEqual(
		{
			status: 200,
			body: '',
		},
	);
	await control.sendWebhook({ body: '{"object":"y","entry":[]}', secret: '' });
	const [forged, unsigned] = stage.receiver.deliveries;
	expect(forged.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
	expect(unsigned.headers['x-hub-signature-256']).toBeUndefined();
	expect(unsigned.bytes.toString()).toBe('{"object":"y","entry":[]}');
});

it('sends nothing to an app that unsubscribed, whatever overrides are left', async () => {
	await stage.subscribe();
	const override = { override_callback_uri: stage.receiver.url, verify_token: 'y' };
	await stage.graph('POST', number(), { webhook_configuration: override });
	await stage.graph('DELETE', account());
	await stage.send(template('hello_world'));
	await stage.emulator.control.idle();
	expect(stage.receiver.deliveries).toHaveLength(0);
});
