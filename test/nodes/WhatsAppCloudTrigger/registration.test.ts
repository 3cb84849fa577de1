import { startEmulator, type Emulator } from '../../../emulator';
import type { HookContext } from 'n8n-core';
import { removeNow } from '../../../nodes/WhatsAppCloudTrigger/registration/removal';
import { credentials, hookContext, trigger, type Setup } from './support/n8n';
import { json, listen } from '../../support/httpServer';
import { startTrigger } from './support/server';

const { checkExists, create } = trigger.webhookMethods.default;

/** Tears down as n8n does, without the moment that the removal waits for a publication. */
const remove = {
	async call(context: HookContext) {
		expect(await trigger.webhookMethods.default.delete.call(context)).toBe(true);
		await removeNow();
	},
};

let emulator: Emulator;
let server: Awaited<ReturnType<typeof startTrigger>>;
let setup: Setup;
let nodes = 0;

beforeEach(async () => {
	emulator = await startEmulator();
	const { appId, appSecret, accessToken, businessAccountId, phoneNumberId } = emulator.config;
	setup = {
		nodeId: `registered-${nodes++}`,
		credentials: {
			...credentials,
			appId,
			appSecret,
			accessToken,
			businessAccountId,
			phoneNumberId,
			baseUrl: emulator.url,
		},
	};
	server = await startTrigger(setup);
	setup.origin = server.url;
});

afterEach(async () => {
	await server.close();
	await emulator.close();
});

/** Changes Graph as somebody else would. */
async function graph(method: string, path: string, body?: object, token?: string) {
	const { accessToken } = emulator.config;
	const response = await fetch(`${emulator.url}/v25.0${path}`, {
		method,
		headers: {
			authorization: `Bearer ${token ?? accessToken}`,
			...(body ? { 'content-type': 'application/json' } : {}),
		},
		body: body && JSON.stringify(body),
	});
	return (await response.json()) as { data?: Record<string, unknown>[]; error?: unknown };
}

const appToken = () => `${emulator.config.appId}|${emulator.config.appSecret}`;
const account = () => `/${emulator.config.businessAccountId}/subscribed_apps`;
const number = () => `/${emulator.config.phoneNumberId}`;
const app = () => `/${emulator.config.appId}/subscriptions`;

const production = (deleting = false) => hookContext(setup, 'production', deleting);
const test = (deleting = false) => hookContext(setup, 'test', deleting);
const url = () => `${server.url}/webhook/hook-id/webhook`;

const accountOverride = async () =>
	(await graph('GET', account())).data?.[0]?.override_callback_uri as string | undefined;

async function numberOverride(): Promise<unknown> {
	const answer = (await graph('GET', `${number()}?fields=webhook_configuration`)) as {
		webhook_configuration?: { phone_number?: string };
	};
	return answer.webhook_configuration?.phone_number;
}

async function appCallback() {
	const [found] = (await graph('GET', app(), undefined, appToken())).data ?? [];
	return found as { callback_url: string; fields: { name: string }[] } | undefined;
}

const writes = () => emulator.control.requests().filter(({ method }) => method !== 'GET').length;

/** Another receiver: answers handshakes with its own verify token. */
async function stranger() {
	const other = await startTrigger({ nodeId: 'stranger' });
	return { url: `${other.url}/webhook/theirs`, close: other.close };
}

describe('publishing with the business account’s address', () => {
	it('subscribes the app and sets the override in one call, which verifies the address', async () => {
		expect(await checkExists.call(production())).toBe(false);
		expect(writes()).toBe(0);
		expect(await create.call(production())).toBe(true);
		expect(writes()).toBe(1);
		expect(await accountOverride()).toBe(url());
		expect(await checkExists.call(production())).toBe(true);
	});

	it('then receives what people write and what becomes of messages', async () => {
		await create.call(production());
		emulator.control.receive({ from: '15550101234', type: 'text', text: 'Hello' });
		await emulator.control.idle({ timeout_ms: 5_000 });
		expect(server.executions[0].outputs[0][0]).toMatchObject({
			kind: 'message',
			text: 'Hello',
			from: '15550101234',
			phone_number_id: emulator.config.phoneNumberId,
		});
	});

	it.each([
		['another product', (theirs: string) => theirs, 'already go to another address'],
		[
			'another workflow of this n8n',
			() => `${server.url}/webhook/another/webhook`,
			'Another workflow on this n8n',
		],
	])('refuses to take over the override of %s, in words', async (_name, address, words) => {
		const other = await stranger();
		const theirs = address(other.url);
		await graph('POST', account(), {
			override_callback_uri: theirs,
			verify_token: credentials.verifyToken,
		});
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringContaining(words),
			description: expect.stringMatching(/\S/),
		});
		await remove.call(production(true));
		expect(await accountOverride()).toBe(theirs);
		await other.close();
	});

	describe('when numbers have addresses of their own', () => {
		const numbers = async () =>
			((await graph('GET', `/${emulator.config.businessAccountId}/phone_numbers`)).data ?? []).map(
				({ id }) => String(id),
			);

		async function shadow(ids: string[]) {
			const other = await stranger();
			const theirs = { override_callback_uri: other.url, verify_token: credentials.verifyToken };
			for (const id of ids) await graph('POST', `/${id}`, { webhook_configuration: theirs });
			return other;
		}

		function listen() {
			const lines = jest.spyOn(production().logger, 'warn');
			return () => {
				const said = lines.mock.calls.map(([line]) => line);
				lines.mockRestore();
				return said;
			};
		}

		it('refuses where nothing would arrive, names the address and changes nothing', async () => {
			const other = await shadow(await numbers());
			const before = writes();
			await expect(create.call(production())).rejects.toMatchObject({
				message: expect.stringMatching(/Nothing would arrive here/),
				description: expect.stringContaining('wins over'),
			});
			await expect(create.call(production())).rejects.toThrow(other.url);
			expect(writes()).toBe(before);
			await other.close();
		});

		it('refuses too when it is the only number this trigger is for', async () => {
			const { phoneNumberId } = emulator.config;
			const other = await shadow([phoneNumberId]);
			setup.parameters = { phoneNumberIds: phoneNumberId };
			await expect(create.call(production())).rejects.toThrow('Nothing would arrive here');
			await other.close();
		});

		it('publishes and says in the log which ones go elsewhere when others arrive', async () => {
			const other = await shadow([emulator.config.phoneNumberId]);
			const said = listen();
			expect(await create.call(production())).toBe(true);
			expect(said()).toEqual([expect.stringMatching(/1 of 2 phone numbers/)]);
			expect(await numberOverride()).toBe(other.url);
			await other.close();
		});

		it('publishes and says so when Meta does not list the numbers', async () => {
			emulator.control.fault({ kind: 'error', code: 200, match: { path: 'phone_numbers' } });
			const said = listen();
			expect(await create.call(production())).toBe(true);
			expect(said()).toEqual([expect.stringContaining('could not see whether phone numbers')]);
		});

		it('says nothing when the address of a number is our own', async () => {
			const own = { override_callback_uri: url(), verify_token: credentials.verifyToken };
			await graph('POST', number(), { webhook_configuration: own });
			const said = listen();
			expect(await create.call(production())).toBe(true);
			expect(said()).toEqual([]);
		});
	});

	it('says what is missing when Meta cannot verify the address', async () => {
		await server.close();
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringContaining('Meta could not reach this n8n'),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
		expect(await accountOverride()).toBeUndefined();
		server = await startTrigger(setup);
	});

	it.each<[string, Record<string, string>, RegExp]>([
		['the token is refused', { accessToken: 'expired' }, /access token/i],
		['the business account ID is no number', { businessAccountId: 'Acme' }, /Business Account ID/],
		['there is no verify token', { verifyToken: '' }, /Verify Token/],
		['the base URL is plain http', { baseUrl: 'http://graph.example' }, /https/],
	])('says in words that %s', async (_name, change, words) => {
		setup.credentials = { ...(setup.credentials as Record<string, string>), ...change };
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringMatching(words),
		});
	});

	it('says that Meta needs https when it is Meta', async () => {
		setup.credentials = {
			...(setup.credentials as Record<string, string>),
			baseUrl: 'https://graph.facebook.example',
		};
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringContaining('https addresses only'),
		});
	});

	it('puts no secret into what it says', async () => {
		await server.close();
		const error = await create.call(production()).catch((one: unknown) => one);
		const said = JSON.stringify(error) + String(error);
		for (const name of ['accessToken', 'appSecret', 'verifyToken'])
			expect(said).not.toContain((setup.credentials as Record<string, string>)[name]);
		server = await startTrigger(setup);
	});
});

describe('unpublishing', () => {
	it('removes our own override and keeps the app subscribed', async () => {
		await create.call(production());
		await remove.call(production(true));
		expect(await accountOverride()).toBeUndefined();
		expect((await graph('GET', account())).data).toHaveLength(1);
		expect(emulator.control.requests().some(({ method }) => method === 'DELETE')).toBe(false);
	});

	it('works although Meta cannot be asked', async () => {
		await create.call(production());
		setup.credentials = { ...(setup.credentials as Record<string, string>), accessToken: 'gone' };
		const lines = jest.spyOn(production().logger, 'warn');
		await remove.call(production(true));
		expect(lines.mock.calls).toEqual([
			[expect.stringContaining('could not remove its webhook at Meta'), expect.anything()],
		]);
		lines.mockRestore();
	});
});

describe('publishing a changed workflow again', () => {
	const tearDown = async () => await trigger.webhookMethods.default.delete.call(production(true));

	it('Meta does not hear of the teardown, so that no event goes astray meanwhile', async () => {
		await create.call(production());
		const before = writes();
		await tearDown();
		expect(await checkExists.call(production())).toBe(true);
		await removeNow();
		expect([writes(), await accountOverride()]).toEqual([before, url()]);
	});

	it('at another place, the old one is given up first', async () => {
		await create.call(production());
		await tearDown();
		setup.parameters = { webhookAddress: 'phoneNumber' };
		expect(await checkExists.call(production())).toBe(false);
		await create.call(production());
		expect([await accountOverride(), await numberOverride()]).toEqual([undefined, url()]);
	});

	it('another workflow may take the place at once', async () => {
		await create.call(production());
		await tearDown();
		const other = await startTrigger({ ...setup, nodeId: 'next' });
		const next = { ...setup, nodeId: 'next', origin: other.url };
		await create.call(hookContext(next, 'production'));
		expect(await accountOverride()).toBe(`${other.url}/webhook/hook-id/webhook`);
		await other.close();
	});

	it('without a publication the address is gone after a moment', async () => {
		await create.call(production());
		await tearDown();
		expect(await accountOverride()).toBe(url());
		for (let i = 0; i < 100 && (await accountOverride()); i++)
			await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await accountOverride()).toBeUndefined();
	});
});

describe('publishing with a number’s address', () => {
	beforeEach(() => (setup.parameters = { webhookAddress: 'phoneNumber' }));

	it('sets the number’s override, leaves the account’s alone, and removes only its own', async () => {
		const other = await stranger();
		await graph('POST', account(), {
			override_callback_uri: other.url,
			verify_token: credentials.verifyToken,
		});
		expect(await checkExists.call(production())).toBe(false);
		await create.call(production());
		expect(await checkExists.call(production())).toBe(true);
		expect([await numberOverride(), await accountOverride()]).toEqual([url(), other.url]);
		await remove.call(production(true));
		expect([await numberOverride(), await accountOverride()]).toEqual([undefined, other.url]);
		await other.close();
	});

	it('subscribes the app when it is not', async () => {
		await graph('DELETE', account());
		await create.call(production());
		expect((await graph('GET', account())).data).toHaveLength(1);
	});

	it('refuses to take over a foreign override', async () => {
		const other = await stranger();
		const theirs = { override_callback_uri: other.url, verify_token: credentials.verifyToken };
		await graph('POST', number(), { webhook_configuration: theirs });
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringContaining(other.url),
		});
		await remove.call(production(true));
		expect(await numberOverride()).toBe(other.url);
		await other.close();
	});

	it('asks for a number when there is none', async () => {
		setup.credentials = { ...(setup.credentials as Record<string, string>), phoneNumberId: '' };
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringContaining('Phone Number ID'),
		});
	});
});

describe('publishing with the app’s address', () => {
	beforeEach(() => (setup.parameters = { webhookAddress: 'app' }));

	it('sets the callback, keeps fields somebody added, and removes only its own', async () => {
		expect(await checkExists.call(production())).toBe(false);
		await create.call(production());
		const fields = (await appCallback())?.fields.map(({ name }) => name) ?? [];
		expect(fields).toEqual(expect.arrayContaining(['messages', 'account_update']));
		const body = {
			object: 'whatsapp_business_account',
			callback_url: url(),
			verify_token: credentials.verifyToken,
			fields: 'calls',
		};
		await graph('POST', app(), body, appToken());
		expect(await checkExists.call(production())).toBe(false);
		await create.call(production());
		const others = fields.filter((name) => name !== 'calls');
		expect((await appCallback())?.fields.map(({ name }) => name)).toEqual(['calls', ...others]);
		await remove.call(production(true));
		expect(await appCallback()).toBeUndefined();
	});

	it('asks for every event, and for the usual ones where Meta does not offer some', async () => {
		const asked: string[][] = [];
		const meta = await listen(({ method, url: path, body }, response) => {
			if (path.includes('debug_token')) return json(response, 200, { data: { is_valid: true } });
			if (method === 'GET') return json(response, 200, { data: [] });
			const { fields } = JSON.parse(body || '{}') as { fields?: string };
			if (fields) asked.push(fields.split(','));
			const isRefused = fields?.includes('calls');
			json(response, isRefused ? 400 : 200, isRefused ? { error: { code: 100 } } : {});
		});
		setup.credentials = { ...(setup.credentials as Record<string, string>), baseUrl: meta.url };
		await create.call(production()).finally(meta.close);
		expect(asked).toHaveLength(2);
		expect(asked[0]).toEqual(expect.arrayContaining([...asked[1], 'calls', 'history', 'standby']));
		expect(asked[1]).toEqual(expect.arrayContaining(['messages', 'account_update']));
	});

	it('leaves an override of the business account alone', async () => {
		const other = await stranger();
		await graph('POST', account(), {
			override_callback_uri: other.url,
			verify_token: credentials.verifyToken,
		});
		await create.call(production());
		expect(await accountOverride()).toBe(other.url);
		await other.close();
	});

	it('refuses to take over a foreign callback', async () => {
		const other = await stranger();
		const body = {
			object: 'whatsapp_business_account',
			callback_url: other.url,
			verify_token: credentials.verifyToken,
			fields: 'messages',
		};
		await graph('POST', app(), body, appToken());
		await expect(create.call(production())).rejects.toMatchObject({
			message: expect.stringContaining('this Meta app'),
		});
		await remove.call(production(true));
		expect((await appCallback())?.callback_url).toBe(other.url);
		await other.close();
	});
});

describe('a test listen in the editor', () => {
	const heard = async () => {
		for (let i = 0; i < 60 && !server.executions.length; i++)
			await new Promise((resolve) => setTimeout(resolve, 50));
		return server.executions.splice(0);
	};

	it.each([
		['text', 0, { type: 'text' }],
		['button', 0, { type: 'button', button_id: 'STOP_PROMOTIONS' }],
		['image', 0, { type: 'image' }],
		['delivered', 1, { status: 'delivered' }],
		['failed', 1, { status: 'failed', error_code: '131026' }],
		['optOut', 2, { event: 'stop' }],
		['templatePaused', 2, { event: 'PAUSED', template: 'spring_sale' }],
	])('gets a simulated event of the chosen kind: %s', async (simulatedEvent, output, expected) => {
		setup.parameters = { simulatedEvent, events: [] };
		expect(await checkExists.call(test())).toBe(false);
		expect(await create.call(test())).toBe(true);
		const [{ outputs }] = await heard();
		expect(outputs[output]).toHaveLength(1);
		expect(outputs[output][0]).toMatchObject({ ...expected, test: 'simulated' });
		expect(outputs[output][0]).not.toHaveProperty('unrecognised');
	});

	it('asks and changes nothing at Meta, before, during and after', async () => {
		await create.call(production());
		const before = emulator.control.requests().length;
		await checkExists.call(test());
		await create.call(test());
		await heard();
		await remove.call(test(true));
		expect(emulator.control.requests()).toHaveLength(before);
		expect(await accountOverride()).toBe(url());
	});

	it('ends without touching production even where another process had started it', async () => {
		await create.call(production());
		setup.nodeId = 'unseen-before';
		await remove.call(hookContext({ ...setup, origin: 'http://127.0.0.1:9' }, 'test', true));
		expect(await accountOverride()).toBe(url());
	});

	it('gets the last real event once more when asked, and says so', async () => {
		await create.call(production());
		emulator.control.receive({ from: '15550101234', type: 'text', text: 'For real' });
		await emulator.control.idle({ timeout_ms: 5_000 });
		await heard();
		setup.parameters = { simulatedEvent: 'lastReal' };
		await create.call(test());
		const [{ outputs }] = await heard();
		expect(outputs[0][0]).toMatchObject({ text: 'For real', test: 'replayed' });
	});

	it('gets a simulated text when no real event is remembered', async () => {
		setup.parameters = { simulatedEvent: 'lastReal' };
		await create.call(test());
		const [{ outputs }] = await heard();
		expect(outputs[0][0]).toMatchObject({ type: 'text', test: 'simulated' });
	});

	it('leaves calls of production that wait alone when it ends', async () => {
		await create.call(production());
		let open = () => {};
		const gate = new Promise<void>((resolve) => (open = resolve));
		server.behaviour.run = async () => {
			await gate;
			return 200;
		};
		for (const text of ['one', 'two'])
			emulator.control.receive({ from: '15550101234', type: 'text', text });
		await heard();
		await create.call(test());
		await remove.call(test(true));
		open();
		await emulator.control.idle({ timeout_ms: 5_000 });
		expect(emulator.control.record().webhooks).toMatchObject({ failed_attempts: 0, delivered: 2 });
	});
});
