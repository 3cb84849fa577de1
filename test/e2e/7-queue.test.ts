import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import { join } from 'node:path';
import { sign } from '../../bench/webhook/sign';
import { demoContacts } from '../../scripts/runtime/setUp';
import { startQueueStack, type QueueStack } from '../../scripts/runtime/queueStack';
import { readState } from './support/state';
import type { EmulatorRecord } from './support/stack';

jest.setTimeout(300_000);

const KINDS = ['accepted', 'sent', 'delivered', 'read', 'failed'];

let queue: QueueStack;
beforeAll(async () => {
	const installed = join('.n8n', 'nodes', 'node_modules', 'n8n-nodes-whatsapp-cloud');
	queue = await startQueueStack(join(readState().home, installed));
});
afterAll(async () => {
	await queue?.stop();
});

/** What the process that takes the webhooks has counted. */
async function health(): Promise<Record<string, number>> {
	const { webhookUrl, account } = queue;
	const params = { 'hub.mode': 'health', 'hub.verify_token': account.verifyToken };
	return (await axios.get<Record<string, number>>(webhookUrl, { params })).data;
}

/** Somebody reacts to a message: signed, and answered by whom it may concern. Gives the status and the milliseconds. */
async function react(name: string): Promise<{ status: number; took: number }> {
	const { account, webhookUrl } = queue;
	const reaction = { message_id: 'wamid.earlier', emoji: '👍' };
	const timestamp = String(Math.floor(Date.now() / 1000));
	const message = { from: '447700900999', id: name, timestamp, type: 'reaction', reaction };
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '1', phone_number_id: account.phoneNumberId },
		messages: [message],
	};
	const entry = [{ id: account.businessAccountId, changes: [{ field: 'messages', value }] }];
	const bytes = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
	const headers = {
		'content-type': 'application/json',
		'x-hub-signature-256': sign(account.appSecret, bytes),
	};
	const begin = Date.now();
	const options = { headers, timeout: 60_000, validateStatus: () => true };
	const { status } = await axios.post(webhookUrl, bytes, options);
	return { status, took: Date.now() - begin };
}

const record = async () => await queue.emulator.control<EmulatorRecord>('GET', 'record');

/** Message IDs by state, as the emulator knows them. */
function truth({ messages }: EmulatorRecord): Record<string, string[]> {
	const ids = (kind: string) =>
		messages
			.filter(({ states }) => kind === 'accepted' || kind in states)
			.map(({ message_id }) => message_id)
			.sort();
	return Object.fromEntries(KINDS.map((kind) => [kind, ids(kind)]));
}

/** Message IDs by state, as the ledger in Postgres holds them. */
async function ledger(): Promise<Record<string, string[]>> {
	const rows = await (await queue.api.table('wa_ledger')).rows();
	const ids = (kind: string) =>
		rows.filter((row) => row.kind === kind).map((row) => String(row.message_id));
	return Object.fromEntries(KINDS.map((kind) => [kind, [...new Set(ids(kind))].sort()]));
}

it('in queue mode calls share runs, and Meta gets its OK when the worker has stored them', async () => {
	const contacts = await queue.api.table('wa_contacts');
	await contacts.insert(demoContacts(80, Date.now()));
	await queue.emulator.control('PATCH', 'settings', {
		delays_ms: { sent: [200, 1500], delivered: [500, 3000], read: [500, 4000] },
		rates: { delivered: 0.95, read: 0.7, failed: 0.05 },
		retry: { first_ms: 500, factor: 1.5, max_ms: 5000 },
	});
	const run = await queue.api.run(queue.made.workflows['scheduled-campaign'], 'Send now');
	expect([run.status, run.error]).toEqual(['success', undefined]);
	await queue.emulator.control('POST', 'idle', { timeout_ms: 90_000 });

	expect(await ledger()).toEqual(truth(await record()));
	const { accepted, runs } = await health();
	expect(accepted).toBeGreaterThan(150);
	expect(runs).toBeLessThan(accepted / 2);
});

it('a worker is killed while statuses stream in; every call is answered in time, nothing is lost or counted twice', async () => {
	const { n8n, emulator } = queue;
	await emulator.control('PATCH', 'settings', {
		delays_ms: { sent: [500, 6000], delivered: [1000, 10_000], read: [1000, 14_000] },
	});
	// The template keeps in mind who got the campaign; other numbers are other people.
	const contacts = await queue.api.table('wa_contacts');
	const others = demoContacts(80, Date.now()).map((row) => ({
		...row,
		phone: `${String(row.phone).slice(0, 7)}7${String(row.phone).slice(8)}`,
	}));
	await contacts.insert(others);
	const run = await queue.api.run(queue.made.workflows['scheduled-campaign'], 'Send now');
	expect([run.status, run.error]).toEqual(['success', undefined]);
	const reactions: Array<ReturnType<typeof react>> = [];
	for (let kill = 0; kill < 2; kill++) {
		await wait(2000);
		await n8n.killWorker();
		for (let i = 0; i < 5; i++) reactions.push(react(`wamid.reaction-${kill}-${i}`));
		await wait(1000);
		await n8n.startWorker();
	}
	for (const { status, took } of await Promise.all(reactions)) {
		expect([200, 503]).toContain(status);
		expect(took).toBeLessThan(30_000);
	}
	await emulator.control('POST', 'idle', { timeout_ms: 180_000 });
	const judge = await record();
	expect(judge.webhooks.pending).toBe(0);
	// Otherwise no call met a dead worker, and the test has shown nothing.
	expect(judge.webhooks.attempts).toBeGreaterThan(judge.webhooks.delivered);
	expect(judge.messages.length).toBeGreaterThan(140);
	expect(await ledger()).toEqual(truth(judge));
});
