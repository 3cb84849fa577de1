import { createHmac } from 'node:crypto';
import axios from 'axios';
import { corpus, hasCorpus } from '../support/corpus';
import { eventually } from './support/eventually';
import { stack, webhookUrl, type Stack } from './support/stack';

jest.setTimeout(240_000);

const EMPTY = '{"object":"whatsapp_business_account","entry":[]}';

function sign(secret: string, body: string): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

async function post(here: Stack, body: string, signature?: string) {
	const headers = {
		'content-type': 'application/json',
		...(signature ? { 'x-hub-signature-256': signature } : {}),
	};
	return await axios.post<string>(await webhookUrl(here), body, {
		headers,
		validateStatus: () => true,
		transformRequest: (data: string) => data,
	});
}

async function health(
	here: Stack,
): Promise<{ refused: Record<string, number> } & Record<string, unknown>> {
	const { data } = await axios.get(await webhookUrl(here), {
		params: { 'hub.mode': 'health', 'hub.verify_token': here.state.account.verifyToken },
	});
	return data as { refused: Record<string, number> };
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe('what a stranger can do', () => {
	it.each([
		['a forged signature', (secret: string) => sign(`${secret}x`, EMPTY)],
		['no signature', () => undefined],
		['half a signature', (secret: string) => sign(secret, EMPTY).slice(0, 40)],
	])('%s: 401, no execution, and counted in the health', async (_name, signature) => {
		const here = await stack();
		const receiver = here.state.setUp.workflows.receiver;
		const before = await here.api.executions(receiver);
		const refusedBefore = total((await health(here)).refused);
		const { status } = await post(here, EMPTY, signature(here.state.account.appSecret));
		expect(status).toBe(401);
		expect(total((await health(here)).refused)).toBe(refusedBefore + 1);
		expect(await here.api.executions(receiver)).toEqual(before);
	});

	it('a wrong verify token is turned away, for the handshake and for the health', async () => {
		const here = await stack();
		for (const mode of ['subscribe', 'health']) {
			const { status, data } = await axios.get(await webhookUrl(here), {
				params: { 'hub.mode': mode, 'hub.challenge': '123', 'hub.verify_token': 'guess' },
				validateStatus: () => true,
			});
			expect(status).toBe(403);
			expect(JSON.stringify(data)).not.toContain('123');
		}
	});

	it('a body that is not a WhatsApp webhook is refused, even when it is signed', async () => {
		const here = await stack();
		const body = '{"object":"page","entry":[]}';
		expect((await post(here, body, sign(here.state.account.appSecret, body))).status).toBe(400);
	});
});

const describeCorpus = hasCorpus ? describe : describe.skip;

describeCorpus('third-party webhook bodies', () => {
	it('all open, none gives a 5xx, and every message and status with an ID becomes a ledger row', async () => {
		const here = await stack();
		const bodies = corpus<{ body: unknown; label: string }>('webhooks').map(({ body }) => body);
		const table = await here.api.table('wa_ledger');
		for (const body of bodies) {
			const text = JSON.stringify(body);
			const { status } = await post(here, text, sign(here.state.account.appSecret, text));
			expect([200]).toContain(status);
		}
		const wanted = new Set(bodies.flatMap(idsOf));
		expect(wanted.size).toBeGreaterThan(30);
		await eventually(async () => {
			const found = new Set((await table.rows()).map((row) => row.message_id));
			expect([...wanted].filter((id) => !found.has(id))).toEqual([]);
		});
	});
});

/** Walks the JSON on its own, without our code: the IDs of all messages and statuses. */
function idsOf(body: unknown): string[] {
	const changes = list(body, 'entry').flatMap((entry) => list(entry, 'changes'));
	return changes.flatMap((change) => {
		const value = field(change, 'value');
		const isMessages = field(change, 'field') === 'messages';
		const all = isMessages ? [...list(value, 'messages'), ...list(value, 'statuses')] : [];
		return all.flatMap((one) =>
			typeof field(one, 'id') === 'string' ? [String(field(one, 'id'))] : [],
		);
	});
}

function field(value: unknown, name: string): unknown {
	return value && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined;
}

function list(value: unknown, name: string): unknown[] {
	const found = field(value, name);
	return Array.isArray(found) ? found : [];
}
