import { startEmulator, type Emulator } from '../../../emulator';
import { credentials, hookContext, trigger, type Setup } from './support/n8n';
import { startTrigger } from './support/server';

const { checkExists, create } = trigger.webhookMethods.default;

let emulator: Emulator;
let server: Awaited<ReturnType<typeof startTrigger>>;
let setup: Setup & { credentials: Record<string, string> };
let nodes = 0;

beforeEach(async () => {
	emulator = await startEmulator();
	const { appId, appSecret, accessToken, businessAccountId, phoneNumberId } = emulator.config;
	const ids = { appId, appSecret, accessToken, businessAccountId, phoneNumberId };
	setup = {
		nodeId: `checked-${nodes++}`,
		credentials: { ...credentials, ...ids, baseUrl: emulator.url },
	};
	server = await startTrigger(setup);
	setup.origin = server.url;
});

afterEach(async () => {
	await server.close();
	await emulator.close();
});

const context = () => hookContext(setup, 'production');
const writes = () =>
	emulator.control
		.requests()
		.filter(({ method, status }) => method !== 'GET' && status < 400)
		.map(({ method, path }) => `${method} ${path}`);
const where = () => {
	const { subscribed, callbacks } = emulator.control.config() as {
		subscribed: boolean;
		callbacks: Record<string, string>;
	};
	return { subscribed, ...callbacks };
};
const NOWHERE = { subscribed: false, number: '', business_account: '', app: '' };

describe('before anything is changed at Meta', () => {
	it.each<[string, Record<string, string>, RegExp]>([
		['no App Secret', { appSecret: '' }, /no App Secret.*App settings > Basic/],
		['no App ID', { appId: 'Acme' }, /no usable App ID.*App settings > Basic/],
		['another App Secret', { appSecret: 'of-another-app' }, /do not belong together.*copy both/],
		['another App ID', { appId: '900000000000009' }, /App ID and App Secret/],
	])('%s is said, with the step that is missing', async (_name, change, words) => {
		for (const webhookAddress of ['businessAccount', 'phoneNumber', 'app']) {
			setup.credentials = { ...setup.credentials, ...change };
			setup.parameters = { webhookAddress };
			await expect(create.call(context())).rejects.toThrow(words);
		}
		expect([writes(), where()]).toEqual([[], NOWHERE]);
	});

	it('a token without the permission is told which one', async () => {
		emulator.control.settings({ token: { scopes: ['whatsapp_business_messaging'] } });
		await expect(create.call(context())).rejects.toThrow(
			/lacks the permission whatsapp_business_management.*tick this permission/,
		);
		expect(writes()).toEqual([]);
	});

	it('a Meta that is busy is not taken for a wrong secret', async () => {
		emulator.control.fault({ kind: 'error', code: 4, times: 0, match: { path: 'debug_token' } });
		await expect(create.call(context())).rejects.not.toThrow(/App Secret/);
	});

	it('the message alone says what to do, since n8n shows nothing else', async () => {
		await server.close();
		await expect(create.call(context())).rejects.toThrow(/could not reach.*set WEBHOOK_URL/);
		server = await startTrigger(setup);
	});
});

describe('a publication that fails half-way leaves nothing behind', () => {
	it.each(['phoneNumber', 'app'])(
		'%s: an address that Meta cannot reach does not even subscribe the app',
		async (webhookAddress) => {
			setup.parameters = { webhookAddress };
			await server.close();
			await expect(create.call(context())).rejects.toThrow(/could not reach/);
			expect([writes(), where()]).toEqual([[], NOWHERE]);
			server = await startTrigger(setup);
		},
	);

	it('numbers: those that were set are given back when the account cannot be subscribed', async () => {
		const { phoneNumberId } = emulator.config;
		const second = String(BigInt(phoneNumberId) + 1000n);
		const phoneNumberIds = `${phoneNumberId}, ${second}`;
		setup.parameters = { webhookAddress: 'phoneNumber', phoneNumberIds };
		emulator.control.fault({
			kind: 'error',
			code: 131000,
			times: 0,
			match: { path: 'subscribed' },
		});
		await expect(create.call(context())).rejects.toThrow();
		// Two were set and two taken back.
		expect(writes()).toHaveLength(4);
		expect(where()).toEqual(NOWHERE);
	});

	it('the app: its callback is given back when the account cannot be subscribed', async () => {
		setup.parameters = { webhookAddress: 'app' };
		const { businessAccountId } = emulator.config;
		emulator.control.fault({
			kind: 'error',
			code: 200,
			times: 0,
			match: { path: businessAccountId },
		});
		await expect(create.call(context())).rejects.toThrow();
		expect(where()).toEqual(NOWHERE);
	});
});

it.each(['phoneNumber', 'app'])(
	'%s: publishing again subscribes an app that somebody has unsubscribed',
	async (webhookAddress) => {
		setup.parameters = { webhookAddress };
		await create.call(context());
		expect(await checkExists.call(context())).toBe(true);
		const { accessToken, businessAccountId } = emulator.config;
		await fetch(`${emulator.url}/v25.0/${businessAccountId}/subscribed_apps`, {
			method: 'DELETE',
			headers: { authorization: `Bearer ${accessToken}` },
		});
		expect(await checkExists.call(context())).toBe(false);
		await create.call(context());
		expect(where().subscribed).toBe(true);
	},
);
