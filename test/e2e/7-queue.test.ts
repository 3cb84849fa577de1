import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import { join } from 'node:path';
import { sign } from '../../bench/webhook/sign';
import { demoContacts } from '../../scripts/runtime/setUp';
import { startQueueStack, type QueueStack } from '../../scripts/runtime/queueStack';
import { eventually } from './support/eventually';
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

type ByCampaign = Record<string, Record<string, number>>;

/** How many messages of each campaign came how far, as the emulator knows. */
const truthByCampaign = ({ by_campaign }: { by_campaign: ByCampaign }): ByCampaign =>
	Object.fromEntries(
		Object.entries(by_campaign).map(([name, counts]) => [
			name,
			Object.fromEntries(KINDS.map((kind) => [kind, counts[kind]])),
		]),
	);

const record = async () =>
	await queue.emulator.control<EmulatorRecord & { by_campaign: ByCampaign }>('GET', 'record');

/** Message IDs by state, as the emulator knows them. */
function truth({ messages }: EmulatorRecord): Record<string, string[]> {
	const ids = (kind: string) =>
		messages
			.filter(({ states }) => kind === 'accepted' || kind in states)
			.map(({ message_id }) => message_id)
			.sort();
	return Object.fromEntries(KINDS.map((kind) => [kind, ids(kind)]));
}

/** Message IDs by state, one for each row of the ledger in Postgres. */
async function ledger(): Promise<Record<string, string[]>> {
	const rows = await (await queue.api.table('wa_ledger')).rows();
	const ids = (kind: string) =>
		rows.filter((row) => row.kind === kind).map((row) => String(row.message_id));
	return Object.fromEntries([...KINDS, 'received'].map((kind) => [kind, ids(kind).sort()]));
}

const without = (names: string[], known: string[]) => names.filter((name) => !known.includes(name));

/** What the report counts for each campaign, and the number n8n gave this run. */
async function report(): Promise<{ counts: ByCampaign; id: number }> {
	const run = await queue.api.run(queue.made.workflows['report-refresh'], 'Refresh now');
	const [{ report: made }] = run.items('Count and draw') as Array<{
		report: { campaigns: Array<{ name: string; counts: Record<string, number> }> };
	}>;
	const counts = made.campaigns.map((one) => [one.name, one.counts] as const);
	return { counts: Object.fromEntries(counts), id: Number(run.id) };
}

/** The campaign as it is shipped, to people with numbers of their own. Gives the number of its run. */
async function sendTo(people: string): Promise<number> {
	const contacts = demoContacts(80, Date.now()).map((row) => ({
		...row,
		phone: `${String(row.phone).slice(0, 7)}${people}${String(row.phone).slice(8)}`,
	}));
	await (await queue.api.table('wa_contacts')).insert(contacts);
	const run = await queue.api.run(queue.made.workflows['scheduled-campaign'], 'Send now');
	expect([run.status, run.error]).toEqual(['success', undefined]);
	return Number(run.id);
}

/** n8n keeps the receiver's runs only while they go on and when they failed. */
const runsBy = async (status: string[]) =>
	(await queue.api.executions(queue.made.workflows.receiver)).filter((one) =>
		status.includes(one.status),
	);

async function untilRunning(): Promise<void> {
	const deadline = Date.now() + 5000;
	while (Date.now() < deadline && !(await runsBy(['running'])).length) await wait(5);
}

it('in queue mode Meta gets its OK when the worker has stored the event', async () => {
	const { status } = await react('wamid.first');
	expect(status).toBe(200);
	expect((await ledger()).received).toEqual(['wamid.first']);
});

it('in queue mode calls share runs, and each event becomes one row', async () => {
	await queue.emulator.control('PATCH', 'settings', {
		delays_ms: { sent: [200, 1500], delivered: [500, 3000], read: [500, 4000] },
		rates: { delivered: 0.95, read: 0.7, failed: 0.05 },
		retry: { first_ms: 500, factor: 1.5, max_ms: 5000 },
	});
	const sending = await sendTo('0');
	await queue.emulator.control('POST', 'idle', { timeout_ms: 90_000 });

	const judge = await record();
	expect(await ledger()).toMatchObject(truth(judge));
	const { counts, id } = await report();
	expect(counts).toMatchObject(truthByCampaign(judge));
	expect(judge.webhooks.delivered).toBeGreaterThan(150);
	// n8n numbers its runs: those between the two are the receiver's.
	expect(id - sending - 1).toBeLessThan(judge.webhooks.delivered / 2);
	expect((await health()).runs).toBeLessThan(judge.webhooks.delivered / 2);
});

it('a worker is killed while statuses stream in; every call is answered in time, nothing is lost or counted twice', async () => {
	const { n8n, emulator } = queue;
	await emulator.control('PATCH', 'settings', {
		delays_ms: { sent: [500, 6000], delivered: [1000, 10_000], read: [1000, 14_000] },
	});
	await sendTo('7');
	const names = Array.from({ length: 10 }, (_, i) => `wamid.reaction-${i}`);
	const reactions: Array<ReturnType<typeof react>> = [];
	for (const half of [names.slice(0, 5), names.slice(5)]) {
		await wait(2000);
		await untilRunning();
		await n8n.killWorker();
		const calls = half.map(react);
		reactions.push(...calls);
		// Nobody is there to store anything, so nobody may say OK.
		expect(await Promise.race([...calls, wait(1000)])).toBeUndefined();
		await n8n.startWorker();
	}
	const answers = await Promise.all(reactions);
	for (const { status, took } of answers) {
		expect([200, 500, 503]).toContain(status);
		expect(took).toBeLessThan(30_000);
	}
	const taken = names.filter((_, i) => answers[i].status === 200);
	expect(without(taken, (await ledger()).received)).toEqual([]);
	for (const name of without(names, taken)) {
		await eventually(async () => expect((await react(name)).status).toBe(200), 60_000);
	}

	await emulator.control('POST', 'idle', { timeout_ms: 180_000 });
	const judge = await record();
	expect(judge.webhooks.pending).toBe(0);
	// Otherwise no run died with its worker and no call came again, and the test has shown nothing.
	expect(await runsBy(['error', 'crashed'])).not.toEqual([]);
	expect(judge.webhooks.attempts).toBeGreaterThan(judge.webhooks.delivered);
	expect(judge.messages.length).toBeGreaterThan(140);

	const rows = await ledger();
	const once = Object.entries(rows).map(([kind, ids]) => [kind, [...new Set(ids)]] as const);
	const expected = { ...truth(judge), received: ['wamid.first', ...names].sort() };
	expect(Object.fromEntries(once)).toEqual(expected);
	expect((await report()).counts).toMatchObject(truthByCampaign(judge));
});
