import type { INodeParameters } from 'n8n-workflow';
import { messagesBody, statusBody, textBody } from './support/bodies';
import { credentials } from './support/n8n';
import { startTrigger } from './support/server';

type Server = Awaited<ReturnType<typeof startTrigger>>;

const servers: Server[] = [];
let nodes = 0;

async function start(options: INodeParameters, parameters: INodeParameters = {}): Promise<Server> {
	const setup = { nodeId: `options-${nodes++}`, parameters: { ...parameters, options } };
	const server = await startTrigger(setup);
	servers.push(server);
	return server;
}

afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

async function health(server: Server) {
	const token = { 'hub.mode': 'health', 'hub.verify_token': credentials.verifyToken };
	return JSON.parse((await server.get(token)).text) as Record<string, unknown>;
}

const echo = messagesBody(
	[{ id: 'wamid.E', type: 'text', to: '15550001234', text: { body: 'From the phone' } }],
	'smb_message_echoes',
);

it('passes echoes on unless they are to be ignored', async () => {
	const all = await start({});
	await all.post(echo);
	expect(all.executions[0].outputs[0][0]).toMatchObject({ echo: true, text: 'From the phone' });
	const some = await start({ ignoreEchoes: true });
	expect((await some.post(echo)).status).toBe(200);
	await some.post(textBody('wamid.1'));
	expect(some.executions.flatMap(({ outputs }) => outputs[0])).toMatchObject([{ echo: false }]);
	expect(await health(some)).toMatchObject({ filtered: { 'own echo': 1 }, unwanted: 1 });
});

it('drops what is older than the limit, of every kind, and confirms it to Meta', async () => {
	const server = await start({ maxAgeMinutes: 10 });
	expect((await server.post(textBody('wamid.old'))).status).toBe(200);
	expect((await server.post(statusBody('wamid.old'))).status).toBe(200);
	const timestamp = `${Math.floor(Date.now() / 1000) - 9 * 60}`;
	await server.post(messagesBody([{ id: 'wamid.new', timestamp, type: 'text' }]));
	expect(server.executions.flatMap(({ outputs }) => outputs.flat())).toMatchObject([
		{ message_id: 'wamid.new' },
	]);
	expect(await health(server)).toMatchObject({ filtered: { 'too old': 2 } });
});

it('drops nothing for its age at 0', async () => {
	const server = await start({ maxAgeMinutes: 0 });
	await server.post(textBody('wamid.old'));
	expect(server.executions).toHaveLength(1);
});

it.each(['/webhook/x', '/webhook-test/x'])(
	'leaves content out of items, and of the raw event, at %s',
	async (path) => {
		const server = await start(
			{ leaveOutContent: true, downloadMedia: true },
			{ includeRaw: true },
		);
		const image = { id: '77', mime_type: 'image/jpeg', caption: 'only for you' };
		await server.post(messagesBody([{ id: 'wamid.1', type: 'image', image }]), {}, path);
		const [{ items }] = server.executions;
		expect(JSON.stringify(items)).not.toContain('only for you');
		expect(items[0].json).toMatchObject({ media_id: '77', content_left_out: true });
		expect(items[0].json).not.toHaveProperty('media_note');
	},
);

it('counts what filters held back, event by event', async () => {
	const server = await start({}, { events: ['messages'], phoneNumberIds: '3000' });
	await server.post(statusBody('wamid.1'));
	await server.post({ object: 'whatsapp_business_account' });
	expect(await health(server)).toMatchObject({
		accepted: 2,
		unwanted: 2,
		filtered: { kind: 1, 'no event in the call': 1 },
	});
});
