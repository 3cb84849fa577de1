import type { ICredentialTestFunctions } from 'n8n-workflow';
import { startEmulator, type Emulator } from '../../../emulator/index';
import { credentialTest } from '../../../nodes/shared/credentialTest';
import {
	credentialTestContext,
	secretsOf,
	TEST_CREDENTIALS,
	type TestCredentials,
} from '../../support/engine';

let emulator: Emulator;
beforeAll(async () => {
	const { accessToken, appId, appSecret, businessAccountId, phoneNumberId } = TEST_CREDENTIALS;
	emulator = await startEmulator({
		accessToken,
		appId,
		appSecret,
		businessAccountId,
		phoneNumberId,
	});
});
afterAll(async () => await emulator.close());
beforeEach(() => {
	emulator.control.reset();
	emulator.control.clearFaults();
	const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];
	emulator.control.settings({ token: { scopes, expires_at: 0, is_valid: true } });
});

async function test(changes: Partial<TestCredentials> = {}) {
	const data = { ...TEST_CREDENTIALS, baseUrl: emulator.url, ...changes };
	const context = credentialTestContext() as unknown as ICredentialTestFunctions;
	const result = await credentialTest.whatsAppCloudApiTest.call(context, {
		id: '1',
		name: 'Account',
		type: 'whatsAppCloudApi',
		data,
	});
	for (const secret of secretsOf(data)) {
		if (secret.length >= 8) expect(result.message).not.toContain(secret);
	}
	return result;
}

const inDays = (days: number) => Math.floor(Date.now() / 1000) + days * 86_400;
const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

it('says so when everything is right, and names the number', async () => {
	expect(await test()).toEqual({
		status: 'OK',
		message: expect.stringMatching(
			/^Connected with \+1 555-010-0100 .*\(ID 900000000000001\)\.$/,
		) as string,
	});
});

it.each([
	['a slash after the Base URL', () => ({ baseUrl: `${emulator.url}/` })],
	['no default phone number', () => ({ phoneNumberId: '' })],
	['no privacy key', () => ({ privacyKey: '' })],
	['spaces around what was pasted', () => ({ accessToken: ` ${TEST_CREDENTIALS.accessToken}\n` })],
])('accepts %s', async (_name, changes) => {
	expect(await test(changes())).toMatchObject({ status: 'OK' });
});

it.each<[string, Partial<TestCredentials>, RegExp]>([
	[
		'a token nobody issued',
		{ accessToken: 'made-up-token-0001' },
		/^Meta did not accept the access token.*Generate a new one/,
	],
	[
		"another app's secret",
		{ appSecret: 'some-other-secret-1' },
		/^App ID and App Secret do not belong together/,
	],
	[
		"another app's ID",
		{ appId: '700000000000009' },
		/^App ID and App Secret do not belong together/,
	],
	[
		'an account that is not ours',
		{ businessAccountId: '800000000000009' },
		/The Business Account ID 800000000000009 is not/,
	],
	[
		'a number that is not ours',
		{ phoneNumberId: '900000000000009' },
		/^The Phone Number ID 900000000000009 is not a number of the business account.*It has \+1 555-010-0100/,
	],
	[
		'the number instead of its ID',
		{ phoneNumberId: '15550100100' },
		/^The Phone Number ID is the phone number itself: enter its ID, 900000000000001/,
	],
	['no verify token', { verifyToken: '' }, /^The Verify Token is empty/],
	['a short verify token', { verifyToken: 'abc' }, /^The Verify Token is too short/],
	['a token with a gap', { accessToken: 'made up token' }, /^The Access Token has a space/],
	[
		'an account ID of letters',
		{ businessAccountId: 'my account' },
		/^The Business Account ID should be a long number/,
	],
	['a Base URL without TLS', { baseUrl: 'http://graph.example' }, /must begin with https/],
	['a version of nonsense', { graphVersion: '25' }, /must look like v25\.0/],
	[
		'nobody at the Base URL',
		{ baseUrl: 'http://127.0.0.1:1' },
		/^No connection to 127\.0\.0\.1:1 could be made\. Nothing was sent\. Check/,
	],
])('finds %s', async (_name, changes, sentence) => {
	const { status, message } = await test(changes);
	expect(status).toBe('Error');
	expect(message).toMatch(sentence);
	expect(message).not.toMatch(/^1\./);
});

it.each([
	[
		'has expired',
		{ expires_at: 1_700_000_000 },
		/^The Access Token expired on 2023-11-14\. Generate a new one/,
	],
	['was revoked', { is_valid: false }, /^The access token has expired\. Generate a new one/],
	[
		'ends within a week',
		{ expires_at: inDays(3) },
		new RegExp(`^The Access Token expires on ${day(inDays(3))}`),
	],
	[
		'may not send',
		{ scopes: ['whatsapp_business_management'] },
		/^The Access Token lacks whatsapp_business_messaging: generate it again and tick this permission/,
	],
	[
		'may do nothing',
		{ scopes: [] },
		/^The Access Token lacks whatsapp_business_messaging and whatsapp_business_management.*both/,
	],
])('finds a token that %s', async (_name, token, sentence) => {
	emulator.control.settings({ token });
	const { status, message } = await test();
	expect(status).toBe('Error');
	expect(message).toMatch(sentence);
});

it('is content with a token that ends in ten days', async () => {
	emulator.control.settings({ token: { expires_at: inDays(10) } });
	expect(await test()).toMatchObject({ status: 'OK' });
});

it('lists everything it finds at once', async () => {
	emulator.control.settings({ token: { expires_at: inDays(1) } });
	const { message } = await test({
		appSecret: 'some-other-secret-1',
		phoneNumberId: '900000000000009',
	});
	expect(message).toMatch(
		/^1\. App ID and App Secret .* 2\. The Access Token expires on .* 3\. The Phone Number ID 9/,
	);
});

it('asks nothing while a field cannot be right', async () => {
	await test({ accessToken: '', appSecret: '', verifyToken: '' });
	expect(emulator.control.requests()).toEqual([]);
});

it('puts a token into an address only where Meta demands it', async () => {
	await test();
	const requests = emulator.control.requests();
	expect(requests.map(({ path }) => path.split('?')[0])).toEqual([
		'/v25.0/debug_token',
		`/v25.0/${TEST_CREDENTIALS.businessAccountId}/phone_numbers`,
	]);
});

it('says that Meta is unwell, not that the credential is wrong', async () => {
	emulator.control.fault({ kind: 'error', code: 2, times: 0, match: { path: '/' } });
	const { message } = await test();
	expect(message).toMatch(/down or overloaded/);
	expect(message).not.toMatch(/belong together|Generate a new/);
});
