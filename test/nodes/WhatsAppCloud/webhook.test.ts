import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { startEmulator } from '../../../emulator';
import { runNode } from '../../support/engine';
import { json, listen, type Answer } from '../../support/httpServer';
import { textBody } from '../WhatsAppCloudTrigger/support/bodies';
import { credentials } from '../WhatsAppCloudTrigger/support/n8n';
import { startTrigger } from '../WhatsAppCloudTrigger/support/server';

const PATH = '/webhook/hook-id/webhook';

async function health(triggerUrl: string, change: Partial<typeof credentials> = {}) {
	const parameters: IDataObject = {
		resource: 'webhook',
		operation: 'getTriggerHealth',
		triggerUrl,
	};
	const used = { ...credentials, ...change };
	const run = await runNode(new WhatsAppCloud(), [{}], { parameters, credentials: used });
	const said = run.stored + JSON.stringify(run.error ?? '') + String(run.error?.message);
	expect(said).not.toContain(credentials.verifyToken);
	return run;
}

it('tells what a trigger received and refused, with a schema for every field', async () => {
	const server = await startTrigger({ nodeId: 'asked' });
	await server.post(textBody('wamid.1'));
	await server.post(textBody('wamid.2'), { 'x-hub-signature-256': 'sha256=00' });
	const { outputs, error } = await health(`${server.url}${PATH}`);
	await server.close();
	expect(error).toBeUndefined();
	const [result] = outputs[0];
	expect(result.json).toMatchObject({
		url: `${server.url}${PATH}`,
		status: 'ok',
		accepted: 1,
		refused: { 'signature does not match the app secret': 1 },
	});
	const file = '../../../nodes/WhatsAppCloud/__schema__/v1.0.0/webhook/getTriggerHealth.json';
	const schema = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as { properties: object };
	expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(result.json).sort());
});

it('tells for each number whether Meta sends its events to this trigger', async () => {
	const emulator = await startEmulator();
	const { accessToken, businessAccountId, phoneNumberId } = emulator.config;
	const server = await startTrigger({ nodeId: 'elsewhere' });
	const other = await listen((heard, response) =>
		response.end(new URL(heard.url, 'http://x').searchParams.get('hub.challenge')),
	);
	const set = async (path: string, body: object) =>
		await fetch(`${emulator.url}/v25.0/${path}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	const { verifyToken: verify_token } = credentials;
	const own = { override_callback_uri: `${server.url}${PATH}`, verify_token };
	const theirs = { override_callback_uri: other.url, verify_token };
	await set(`${businessAccountId}/subscribed_apps`, own);
	await set(phoneNumberId, { webhook_configuration: theirs });
	const change = { accessToken, businessAccountId, baseUrl: emulator.url };
	const { outputs } = await health(`${server.url}${PATH}`, change);
	expect(outputs[0][0].json).toMatchObject({
		numbers: [
			{ phone_number_id: phoneNumberId, address: other.url, arrives_here: false },
			{ address: `${server.url}${PATH}`, arrives_here: true },
		],
		numbers_note: '',
	});
	await other.close();
	await server.close();
	await emulator.close();
});

it('says so when Meta does not tell where the events go', async () => {
	const server = await startTrigger({ nodeId: 'unasked' });
	const { outputs } = await health(`${server.url}${PATH}`);
	await server.close();
	expect(outputs[0][0].json).toMatchObject({
		status: 'ok',
		numbers: [],
		numbers_note: expect.stringMatching(/^Meta did not say where/),
	});
});

it('says that the verify token is refused', async () => {
	const server = await startTrigger({ nodeId: 'refusing' });
	const { error } = await health(`${server.url}${PATH}`, { verifyToken: 'another-verify-token' });
	await server.close();
	expect(error?.message).toContain('refused the verify token');
});

it.each<[string, Answer, RegExp]>([
	['no trigger is there', (_heard, response) => json(response, 404, {}), /no published trigger/],
	['something else is there', (_heard, response) => response.end('Hello'), /Something else/],
	[
		'it is a redirect',
		(_heard, response) => response.writeHead(302, { location: 'http://localhost:9/' }).end(),
		/Something else .*HTTP 302/,
	],
	['the line breaks', (_heard, response) => response.destroy(), /Nobody answered/],
])('says in words that %s, and puts the token into no address', async (_name, answer, words) => {
	const server = await listen(answer);
	const { error } = await health(`${server.url}${PATH}`);
	await server.close();
	expect(error?.message).toMatch(words);
	expect(server.heard.map(({ url }) => url)).toEqual([`${PATH}?hub.mode=health`]);
});

it.each([
	['webhook', 'not a web address'],
	['ftp://127.0.0.1/webhook', 'not a web address'],
	['http://n8n.example.com/webhook/x/webhook', 'https://'],
	['http://127.0.0.1:1/webhook-test/x/webhook', 'test URL'],
	['https://n8n.example.com/rest/login', 'ends in /webhook'],
])('asks nobody at %j', async (url, words) => {
	const { error } = await health(url);
	expect(error?.message).toContain(words);
});

it('says that the credential has no verify token', async () => {
	const { error } = await health('http://127.0.0.1:1/webhook/x/webhook', { verifyToken: '' });
	expect(error?.message).toContain('no Verify Token');
});
