import { request } from 'node:http';
import { signatureOf } from '../../../core/webhook/signature';
import { dropState, peekState, stateKey } from '../../../nodes/WhatsAppCloudTrigger/state';
import { statusBody } from './support/bodies';
import { credentials } from './support/n8n';
import { startTrigger } from './support/server';

type Server = Awaited<ReturnType<typeof startTrigger>>;

let server: Server;
let open: () => void;
let nodes = 0;
let nodeId: string;

beforeEach(async () => {
	const gate = new Promise<void>((resolve) => (open = resolve));
	nodeId = `disconnect-${nodes++}`;
	server = await startTrigger({ nodeId }, async () => {
		await gate;
		return 200;
	});
});

afterEach(async () => {
	open();
	await server.close();
});

/** A real client that can hang up. */
function send(body: object) {
	const raw = Buffer.from(JSON.stringify(body));
	const headers = {
		'content-type': 'application/json',
		'x-hub-signature-256': signatureOf(credentials.appSecret, raw),
	};
	const req = request(`${server.url}/webhook/x`, { method: 'POST', headers, agent: false });
	req.on('error', () => {});
	req.end(raw);
	return { hangUp: () => req.destroy() };
}

async function until(done: () => boolean): Promise<void> {
	for (let i = 0; i < 400 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
	expect(done()).toBe(true);
}

const state = () => peekState(stateKey('w1', nodeId));

const waiting = () => state()?.group.counts().waiting ?? 0;

it('goes on when the leader’s client hangs up and n8n answers into the void', async () => {
	const leader = send(statusBody('wamid.1'));
	await until(() => server.executions.length === 1);
	const follower = server.post(statusBody('wamid.1'));
	const next = server.post(statusBody('wamid.2'));
	await until(() => waiting() === 1);
	leader.hangUp();
	await new Promise((resolve) => setTimeout(resolve, 100));
	open();
	expect((await follower).status).toBe(200);
	expect((await next).status).toBe(200);
	expect(server.executions).toHaveLength(2);
});

it('runs the events of a client that hung up while it waited', async () => {
	const first = server.post(statusBody('wamid.1'));
	await until(() => server.executions.length === 1);
	const gone = send(statusBody('wamid.2'));
	await until(() => waiting() === 1);
	gone.hangUp();
	await new Promise((resolve) => setTimeout(resolve, 100));
	open();
	expect((await first).status).toBe(200);
	await until(() => server.executions.length === 2);
	await until(() => state()?.group.isIdle() === true);
	expect((await server.post(statusBody('wamid.2'))).status).toBe(200);
	expect(server.executions).toHaveLength(2);
});

it('sends away who waits when the workflow is unpublished, and forgets the trigger', async () => {
	const first = server.post(statusBody('wamid.1'));
	await until(() => server.executions.length === 1);
	const second = server.post(statusBody('wamid.2'));
	await until(() => waiting() === 1);
	dropState(stateKey('w1', nodeId), 'https://n8n.example/webhook/hook-id/webhook');
	expect((await second).status).toBe(503);
	expect(state()).toBeUndefined();
	open();
	expect((await first).status).toBe(200);
});

it('keeps who waits when a test listen ends', async () => {
	const first = server.post(statusBody('wamid.1'));
	await until(() => server.executions.length === 1);
	const second = server.post(statusBody('wamid.2'));
	await until(() => waiting() === 1);
	dropState(stateKey('w1', nodeId), 'https://n8n.example/webhook-test/hook-id/webhook');
	open();
	expect([(await first).status, (await second).status]).toEqual([200, 200]);
});
