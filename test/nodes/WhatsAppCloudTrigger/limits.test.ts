import fc from 'fast-check';
import { messagesBody } from './support/bodies';
import { credentials } from './support/n8n';
import { startTrigger } from './support/server';

type Server = Awaited<ReturnType<typeof startTrigger>>;

let server: Server;
let nodes = 0;

beforeEach(async () => {
	server = await startTrigger({ nodeId: `limits-${nodes++}` });
});

afterEach(async () => await server.close());

interface Health {
	accepted: number;
	unwanted: number;
	refused: Record<string, number>;
	filtered: Record<string, number>;
}

async function health(): Promise<Health> {
	const query = { 'hub.mode': 'health', 'hub.verify_token': credentials.verifyToken };
	return JSON.parse((await server.get(query)).text) as Health;
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe('at Meta’s limits', () => {
	it('runs the 1,000 updates of one call together, in order', async () => {
		const ids = Array.from({ length: 1000 }, (_, i) => `wamid.${i}`);
		const messages = ids.map((id) => ({ id, type: 'text', text: { body: 'Hello' } }));
		expect((await server.post(messagesBody(messages))).status).toBe(200);
		expect(server.executions).toHaveLength(1);
		expect(server.executions[0].outputs[0].map(({ message_id }) => message_id)).toEqual(ids);
	});

	it('takes 1,000 changes in one entry and in 1,000 entries', async () => {
		const changes = Array.from({ length: 1000 }, (_, i) => ({
			field: 'messages',
			value: { metadata: { phone_number_id: '3000' }, messages: [{ id: `m${i}`, type: 'text' }] },
		}));
		const object = 'whatsapp_business_account';
		await server.post({ object, entry: [{ id: '2000', changes }] });
		expect(server.executions[0].outputs[0]).toHaveLength(1000);
		const entry = changes.map((change, i) => ({ id: `${i}`, changes: [change] }));
		// The same events once more: known, so nothing runs.
		expect((await server.post({ object, entry })).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	it('takes a body of 3 MB', async () => {
		const body = 'ü'.repeat(3 * 2 ** 19);
		const call = messagesBody([{ id: 'wamid.big', type: 'text', text: { body } }]);
		expect(Buffer.byteLength(JSON.stringify(call))).toBeGreaterThan(3 * 2 ** 20);
		expect((await server.post(call)).status).toBe(200);
		expect(server.executions[0].outputs[0][0].text).toBe(body);
	});
});

const object = 'whatsapp_business_account';
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const raw = (entry: string) => Buffer.from(`{"object":"${object}","entry":${entry}}`);

describe('a wrong shape is answered and counted once', () => {
	it.each<[string, unknown, number, string]>([
		['no entry', { object }, 200, 'no event in the call'],
		['an empty entry', { object, entry: [{}] }, 200, 'no event in the call'],
		['no changes', { object, entry: [{ id: '1', changes: [] }] }, 200, 'no event in the call'],
		['entry null', { object, entry: null }, 400, 'not a WhatsApp webhook'],
		['entry as text', { object, entry: 'x' }, 400, 'not a WhatsApp webhook'],
		['no object', { entry: [] }, 400, 'not a WhatsApp webhook'],
		['a number as body', 7, 400, 'not a WhatsApp webhook'],
		['nothing at all', Buffer.alloc(0), 400, 'not JSON'],
		['half a body', Buffer.from(`{"object":"${object}","en`), 400, 'not JSON'],
		['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 400, 'not JSON'],
		['deep nesting', raw(`[${deep(5000)}]`), 400, 'nested too deeply'],
	])('%s', async (_name, body, status, reason) => {
		expect((await server.post(body)).status).toBe(status);
		const { refused, filtered } = await health();
		expect({ ...refused, ...filtered }).toEqual({ [reason]: 1 });
		expect(server.executions).toEqual([]);
	});
});

describe('a wrong shape inside becomes an item', () => {
	it.each<[string, unknown]>([
		['changes as an object', { object, entry: [{ id: '1', changes: { field: 'messages' } }] }],
		['a change that is text', { object, entry: [{ changes: ['x'] }] }],
		['an entry that is a number', { object, entry: [7] }],
		['messages as an object', { object, entry: [{ changes: [{ value: { messages: {} } }] }] }],
		['huge numbers', raw('[{"id":1e999,"time":1e308,"changes":[{"field":-1e999,"value":1e400}]}]')],
		['nesting that is allowed', raw(`[{"changes":[{"field":"x","value":${deep(50)}}]}]`)],
		['__proto__', raw('[{"changes":[{"field":"__proto__","value":{"__proto__":{"a":1}}}]}]')],
	])('%s', async (_name, body) => {
		expect((await server.post(body)).status).toBe(200);
		const [{ outputs }] = server.executions;
		expect(outputs.flat()).toMatchObject([{ unrecognised: true }]);
		expect(JSON.stringify(outputs)).not.toContain('null');
	});
});

/** A likely key or word of Meta's, where a random one would never be looked at. */
const key = fc.constantFrom(
	...['messages', 'statuses', 'contacts', 'errors', 'id', 'from', 'type', 'text', 'timestamp'],
	...['interactive', 'order', 'image', 'context', 'status', 'value', 'history', 'threads', 'calls'],
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		fc.constantFrom(null, true, 0, -1, 1e300, 2 ** 53, '', '1e999', 'messages', 'text'),
		fc.string({ unit: 'binary', maxLength: 8 }),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(key, tie('value'), { maxKeys: 5 }),
	),
}));
const field = fc.constantFrom('messages', 'history', 'calls', 'standby', 'account_update', 'x', 5);
const change = fc.oneof(value, fc.record({ field, value }));
const entries = fc.array(fc.oneof(value, fc.record({ id: value, time: value, changes: change })));
const body = fc.oneof(
	value,
	fc.record({ object: fc.constant(object), entry: fc.oneof(value, entries) }),
	fc.record({
		object: fc.constant(object),
		entry: fc.array(fc.record({ changes: fc.array(change, { maxLength: 3 }) }), { maxLength: 3 }),
	}),
);

it('answers any signed JSON with 200 or 400, and every call is counted once', async () => {
	let sent = 0;
	await fc.assert(
		fc.asyncProperty(body, async (any) => {
			const { status } = await server.post(Buffer.from(JSON.stringify(any)));
			sent++;
			expect([200, 400]).toContain(status);
			const { accepted, refused, unwanted, filtered } = await health();
			expect(accepted + sum(refused)).toBe(sent);
			expect(filtered['no event in the call'] ?? 0).toBe(unwanted);
		}),
		{ numRuns: 300 },
	);
}, 60_000);

it('answers any unsigned bytes with 401 and starts nothing', async () => {
	const bytes = fc.uint8Array({ maxLength: 64 });
	const signature = fc.oneof(
		fc.stringMatching(/^[!-~]{0,80}$/),
		fc.stringMatching(/^sha256=[0-9a-f]{64}$/),
	);
	await fc.assert(
		fc.asyncProperty(bytes, signature, async (some, header) => {
			const answer = await server.post(Buffer.from(some), { 'x-hub-signature-256': header });
			expect(answer.status).toBe(401);
		}),
		{ numRuns: 100 },
	);
	expect(server.executions).toEqual([]);
	expect(sum((await health()).refused)).toBeGreaterThanOrEqual(100);
}, 60_000);
