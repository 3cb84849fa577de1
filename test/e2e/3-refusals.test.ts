import { createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import axios from 'axios';
import { eventually } from './support/eventually';
import { startMetaApp, type MetaApp } from './support/metaApp';
import { stack, type Stack } from './support/stack';
import {
	makeCredential,
	makeTrigger,
	runOperation,
	type TriggerWorkflow,
} from './support/triggers';

jest.setTimeout(300_000);

/** Stands in every body, so that it would be found in a log. */
const MARK = 'words-nobody-may-read-0815';

let here: Stack;
let meta: MetaApp;
let credential: { id: string; name: string };
let trigger: TriggerWorkflow;
let logStart = 0;

beforeAll(async () => {
	here = await stack();
	meta = await startMetaApp(here.state.account);
	credential = await makeCredential(here, meta.accounts[0]);
	trigger = await makeTrigger(here, credential, {
		events: ['messages', 'statuses', 'account'],
		statuses: ['delivered'],
		phoneNumberIds: meta.numbers[0][0],
		templates: 'spring_sale',
		options: { ignoreEchoes: true, maxAgeMinutes: 60 },
	});
	logStart = statSync(here.state.log).size;
	await trigger.publish();
});

afterAll(async () => {
	await trigger.unpublish();
	await meta.close();
});

const newLog = () => readFileSync(here.state.log).subarray(logStart).toString();

interface Health {
	scope: string;
	refused: Record<string, number>;
	filtered: Record<string, number>;
}

async function health(): Promise<Health> {
	const { data } = await axios.get<Health>(trigger.url, {
		params: { 'hub.mode': 'health', 'hub.verify_token': here.state.account.verifyToken },
	});
	return data;
}

/** The operation Webhook > Get Trigger Health in a workflow of its own. */
async function healthByOperation(): Promise<Record<string, unknown>> {
	const [found] = await runOperation(here, credential, {
		resource: 'webhook',
		operation: 'getTriggerHealth',
		triggerUrl: trigger.url,
	});
	return found;
}

/** n8n itself refuses what it cannot parse, before the trigger sees it. */
const json = (words: string) => JSON.stringify({ words });

const sign = (body: string, secret = here.state.account.appSecret) =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

async function post(body: string, signature: string | undefined, type = 'application/json') {
	const { status } = await axios.post(trigger.url, body, {
		headers: { 'content-type': type, ...(signature ? { 'x-hub-signature-256': signature } : {}) },
		validateStatus: () => true,
		transformRequest: (data: string) => data,
	});
	return status;
}

async function get(params: Record<string, string>) {
	return (await axios.get(trigger.url, { params, validateStatus: () => true })).status;
}

function change(
	field: string,
	value: Record<string, unknown>,
	phone_number_id = meta.numbers[0][0],
) {
	const metadata = { display_phone_number: '15550100100', phone_number_id };
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [{ id: '1', changes: [{ field, value: { metadata, ...value } }] }],
	});
}

const now = () => String(Math.floor(Date.now() / 1000));
const message = (timestamp = now()) => ({
	id: `wamid.${Math.random()}`,
	from: '15550320001',
	timestamp,
	type: 'text',
	text: { body: MARK },
});
const status = (word: string) => ({
	statuses: [{ id: `wamid.${MARK}`, status: word, timestamp: now(), recipient_id: '15550320001' }],
});
const deep = `{"object":"whatsapp_business_account","x":${'['.repeat(100)}"${MARK}"${']'.repeat(100)}}`;

type Case = [string, () => Promise<number>, number, 'refused' | 'filtered', string];

describe('every call that starts nothing is counted by its reason and told in the log', () => {
	const signed = async (body: string, type?: string) => await post(body, sign(body), type);

	it.each<Case>([
		['no signature', async () => await post(json(MARK), undefined), 401, 'refused', 'no signature'],
		[
			'a forged signature',
			async () => await post(json(MARK), sign(json(MARK), 'another secret')),
			401,
			'refused',
			'signature does not match the app secret',
		],
		[
			'a wrong verify token',
			async () => await get({ 'hub.mode': 'subscribe', 'hub.verify_token': MARK }),
			403,
			'refused',
			'verify token does not match',
		],
		[
			'a curious browser',
			async () => await get({ q: MARK }),
			404,
			'refused',
			'not a request of Meta',
		],
		[
			'a body of another product',
			async () => await signed(`{"object":"page","entry":["${MARK}"]}`),
			400,
			'refused',
			'not a WhatsApp webhook',
		],
		[
			'a body that is no JSON',
			async () => await signed(MARK, 'text/plain'),
			400,
			'refused',
			'not JSON',
		],
		[
			'a body without a bottom',
			async () => await signed(deep),
			400,
			'refused',
			'nested too deeply',
		],
		[
			'a status nobody asked for',
			async () => await signed(change('messages', status('read'))),
			200,
			'filtered',
			'status',
		],
		[
			'another number',
			async () => await signed(change('messages', { messages: [message()] }, '42')),
			200,
			'filtered',
			'number',
		],
		[
			'an old message',
			async () => await signed(change('messages', { messages: [message('1600000000')] })),
			200,
			'filtered',
			'too old',
		],
		[
			'our own echo',
			async () => await signed(change('smb_message_echoes', { message_echoes: [message()] })),
			200,
			'filtered',
			'own echo',
		],
		[
			'another template',
			async () =>
				await signed(
					change('message_template_status_update', {
						event: 'PAUSED',
						message_template_name: MARK,
						message_template_language: 'de',
					}),
				),
			200,
			'filtered',
			'template',
		],
		[
			'a call without an event',
			async () => await signed('{"object":"whatsapp_business_account","entry":[]}'),
			200,
			'filtered',
			'no event in the call',
		],
	])('%s', async (_name, act, expected, counter, reason) => {
		const before = await health();
		expect(await act()).toBe(expected);
		const after = await health();
		expect(after[counter]).toEqual({
			...before[counter],
			[reason]: (before[counter][reason] ?? 0) + 1,
		});
		const other = counter === 'refused' ? 'filtered' : 'refused';
		expect(after[other]).toEqual(before[other]);
		const line =
			counter === 'refused'
				? `WhatsApp Cloud Trigger refused a call with ${expected}: ${reason}`
				: `WhatsApp Cloud Trigger held back an event (${reason})`;
		await eventually(async () => expect(newLog()).toContain(line), 5_000);
		expect(await trigger.items()).toEqual([]);
	});
});

it('an event of a kind nobody chose is counted too', async () => {
	await trigger.edit({ parameters: { events: ['statuses'] } });
	await trigger.publish();
	const body = change('messages', { messages: [message()] });
	expect(await post(body, sign(body))).toBe(200);
	expect((await health()).filtered.kind).toBe(1);
	expect(newLog()).toContain('held back an event (kind)');
});

it('the operation Get Trigger Health shows the same as the address', async () => {
	expect(await post(json(MARK), undefined)).toBe(401);
	const { refused, filtered, scope } = await health();
	expect(refused['no signature']).toBeGreaterThan(0);
	expect(scope).toContain('process');
	const told = await healthByOperation();
	expect(told).toMatchObject({ refused, filtered, scope, url: trigger.url });
	expect(told.numbers).toMatchObject(
		meta.numbers[0].map((phone_number_id) => ({ phone_number_id, arrives_here: true })),
	);
});

it('neither a secret nor a body is in the log', () => {
	const log = newLog();
	const { accessToken, appSecret, verifyToken } = here.state.account;
	expect(log).toContain('refused a call');
	for (const secret of [accessToken, appSecret, verifyToken, MARK]) {
		expect(log).not.toContain(secret);
	}
});
