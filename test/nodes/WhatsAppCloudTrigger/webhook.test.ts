import { peekState, stateKey } from '../../../nodes/WhatsAppCloudTrigger/state';
import {
	credentials,
	webhookContext,
	type Request,
	type Response,
	type Setup,
} from './support/n8n';
import { statusBody, templateBody, textBody } from './support/bodies';
import { startTrigger, type Run } from './support/server';

type Server = Awaited<ReturnType<typeof startTrigger>>;

const servers: Server[] = [];
let nodes = 0;

/** Every test has a trigger of its own, as the module remembers triggers by their node. */
async function start(setup: Setup = {}, run?: Run): Promise<Server> {
	const server = await startTrigger({ nodeId: `node-${nodes++}`, ...setup }, run);
	servers.push(server);
	return server;
}

afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

describe('GET', () => {
	const subscribe = {
		'hub.mode': 'subscribe',
		'hub.challenge': '1158201444',
		'hub.verify_token': credentials.verifyToken,
	};

	it('repeats the challenge as plain text when the verify token is right', async () => {
		const server = await start();
		expect(await server.get(subscribe)).toEqual({
			status: 200,
			type: 'text/plain; charset=utf-8',
			text: '1158201444',
		});
	});

	it.each([
		['a wrong verify token', { ...subscribe, 'hub.verify_token': 'guess' }, 403],
		['no verify token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }, 403],
		['a challenge that is markup', { ...subscribe, 'hub.challenge': '<script>' }, 403],
		['a health check with a wrong token', { 'hub.mode': 'health', 'hub.verify_token': 'x' }, 403],
		['a visitor', {}, 404],
	])('turns away %s without an execution', async (_name, query, status) => {
		const server = await start();
		const answer = await server.get(query as Record<string, string>);
		expect(answer.status).toBe(status);
		expect(answer.text).not.toContain(credentials.verifyToken);
		expect(server.executions).toEqual([]);
	});

	it('turns away an empty verify token when the credential has none', async () => {
		const server = await start({ credentials: { ...credentials, verifyToken: '' } });
		expect((await server.get({ ...subscribe, 'hub.verify_token': '' })).status).toBe(403);
	});

	it('tells its health with every refusal counted by reason', async () => {
		const server = await start();
		await server.post(textBody('wamid.1'));
		await server.post(textBody('wamid.1'));
		await server.post(textBody('wamid.2'), { 'x-hub-signature-256': 'sha256=00' });
		await server.post({ object: 'page', entry: [] });
		const answer = await server.get({
			'hub.mode': 'health',
			'hub.verify_token': credentials.verifyToken,
		});
		expect(answer.status).toBe(200);
		expect(answer.type).toContain('application/json');
		expect(JSON.parse(answer.text)).toMatchObject({
			status: 'ok',
			accepted: 2,
			runs: 1,
			duplicates: 1,
			waiting: 0,
			refused: { 'signature does not match the app secret': 1, 'not a WhatsApp webhook': 1 },
			items: { message: 2, status: 0, account: 0 },
			last_refusal: 'not a WhatsApp webhook',
		});
		for (const secret of Object.values(credentials).filter((value) => value.includes('not-a-real')))
			expect(answer.text).not.toContain(secret);
	});
});

/** n8n's own logger, the same for all nodes. */
const loggerOf = () => webhookContext({}, { method: 'POST' } as Request, {} as Response).logger;

it('logs a flood of forged calls once and counts every one of them', async () => {
	const lines = jest.spyOn(loggerOf(), 'warn');
	const server = await start();
	const forged = { 'x-hub-signature-256': 'sha256=00' };
	for (let i = 0; i < 25; i++) await server.post(textBody('only for you'), forged);
	const said = lines.mock.calls.map(([line]) => line);
	lines.mockRestore();
	expect(said).toEqual([
		'WhatsApp Cloud Trigger refused a call with 401: signature does not match the app secret',
	]);
	const health = await server.get({
		'hub.mode': 'health',
		'hub.verify_token': credentials.verifyToken,
	});
	expect(JSON.parse(health.text)).toMatchObject({
		refused: { 'signature does not match the app secret': 25 },
	});
});

describe('POST', () => {
	it('sends each kind of event to its own output', async () => {
		const server = await start();
		expect((await server.post(textBody('wamid.m'))).status).toBe(200);
		expect((await server.post(statusBody('wamid.s'))).status).toBe(200);
		expect((await server.post(templateBody('spring_sale'))).status).toBe(200);
		expect(
			server.executions.map(({ outputs }) => outputs.map((items) => items.map(({ kind }) => kind))),
		).toEqual([
			[['message'], [], []],
			[[], ['status'], []],
			[[], [], ['account']],
		]);
	});

	it.each([
		['no signature', { 'x-hub-signature-256': '' }, 401],
		['a forged signature', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401],
		['half a signature', { 'x-hub-signature-256': 'sha256=abcdef' }, 401],
	])('turns away %s without an execution', async (_name, headers, status) => {
		const server = await start();
		expect((await server.post(textBody('wamid.1'), headers)).status).toBe(status);
		expect(server.executions).toEqual([]);
	});

	it.each([
		['not JSON', Buffer.from('{"object":'), 400],
		['another product of Meta', { object: 'page', entry: [] }, 400],
		['JSON without an object', ['whatsapp_business_account'], 400],
		['a body nested too deeply', Buffer.from('['.repeat(5000) + ']'.repeat(5000)), 400],
		['entries that are no list', { object: 'whatsapp_business_account', entry: {} }, 400],
		['a webhook without entries', { object: 'whatsapp_business_account' }, 200],
	])('answers a signed body that is %s', async (_name, body, status) => {
		const server = await start();
		expect((await server.post(body)).status).toBe(status);
		expect(server.executions).toEqual([]);
	});

	it('refuses everything while the credential has no app secret', async () => {
		const server = await start({ credentials: { ...credentials, appSecret: '' } });
		expect(await server.post(textBody('wamid.1'))).toEqual({
			status: 401,
			text: 'the credential has no app secret',
		});
	});

	it('answers 503 and starts nothing while the credential cannot be read', async () => {
		const server = await start({ credentials: new Error('no such credential') });
		expect((await server.post(textBody('wamid.1'))).status).toBe(503);
		expect(server.executions).toEqual([]);
	});

	it.each<[string, Setup['parameters'], unknown, number]>([
		['another event kind', { events: ['statuses'] }, textBody('wamid.1'), 0],
		['another status', { statuses: ['failed'] }, statusBody('wamid.1', 'read'), 0],
		['a chosen status', { statuses: ['failed', 'read'] }, statusBody('wamid.1', 'read'), 1],
		['a status we do not know', { statuses: ['failed'] }, statusBody('wamid.1', 'seen'), 1],
		['another number', { phoneNumberIds: '77' }, textBody('wamid.1'), 0],
		['a chosen number', { phoneNumberIds: '77, 3000' }, textBody('wamid.1'), 1],
		['another template', { templates: 'order_update' }, templateBody('spring_sale'), 0],
		['a chosen template', { templates: 'spring_sale' }, templateBody('spring_sale'), 1],
	])('answers 200 to %s and runs what is wanted', async (_name, parameters, body, runs) => {
		const server = await start({ parameters });
		expect((await server.post(body)).status).toBe(200);
		expect(server.executions).toHaveLength(runs);
	});

	it('adds what Meta sent only when asked', async () => {
		const plain = await start();
		const full = await start({ parameters: { includeRaw: true } });
		await plain.post(textBody('wamid.1'));
		await full.post(textBody('wamid.1'));
		expect(plain.executions[0].outputs[0][0]).not.toHaveProperty('raw');
		expect(full.executions[0].outputs[0][0].raw).toMatchObject({ id: 'wamid.1', type: 'text' });
	});

	it('gives Meta the status of the run, and runs the event again when Meta repeats it', async () => {
		const server = await start({}, () => 500);
		expect((await server.post(textBody('wamid.1'))).status).toBe(500);
		server.behaviour.run = () => 200;
		expect((await server.post(textBody('wamid.1'))).status).toBe(200);
		expect(server.executions).toHaveLength(2);
	});

	it('runs an event once when Meta repeats it after success', async () => {
		const server = await start();
		await server.post(textBody('wamid.1'));
		expect((await server.post(textBody('wamid.1'))).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	it('runs what arrives meanwhile as one group and gives each call the status of its run', async () => {
		let open = () => {};
		const gate = new Promise<void>((resolve) => (open = resolve));
		const nodeId = 'grouping';
		const server = await start({ nodeId }, async () => {
			await gate;
			return 200;
		});
		const waiting = () => peekState(stateKey('w1', nodeId))?.group.counts().waiting;
		const calls = Array.from({ length: 40 }, (_, i) => server.post(statusBody(`wamid.${i}`)));
		while (waiting() !== 39) await new Promise((resolve) => setTimeout(resolve, 5));
		open();
		expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(40).fill(200));
		expect(server.executions).toHaveLength(2);
		expect(server.executions.flatMap(({ outputs }) => outputs[1])).toHaveLength(40);
	});

	it('hands a test call through at once, unfiltered, marked and not counted as received', async () => {
		const server = await start({ parameters: { events: ['statuses'] } });
		const path = '/webhook-test/x';
		await server.post(textBody('wamid.1'), { 'x-whatsapp-cloud-test': 'simulated' }, path);
		await server.post(textBody('wamid.1'), { 'x-whatsapp-cloud-test': 'replayed' }, path);
		expect(server.executions.map(({ outputs }) => outputs[0][0].test)).toEqual([
			'simulated',
			'replayed',
		]);
	});

	it('takes no notice of the test mark in production', async () => {
		const server = await start();
		await server.post(textBody('wamid.1'), { 'x-whatsapp-cloud-test': 'simulated' });
		expect(server.executions[0].outputs[0][0]).not.toHaveProperty('test');
	});
});
