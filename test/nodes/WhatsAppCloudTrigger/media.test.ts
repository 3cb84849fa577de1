import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { attachMedia } from '../../../nodes/WhatsAppCloudTrigger/attachMedia';
import type { Outgoing } from '../../../nodes/WhatsAppCloudTrigger/filter';
import { createLanes } from '../../../nodes/WhatsAppCloudTrigger/lanes';
import { json, listen, type Answer, type HttpServer } from '../../support/httpServer';
import { messagesBody, statusBody } from './support/bodies';
import { fakeClock, settle } from './support/fakes';
import { credentials, webhookContext, type Request, type Response } from './support/n8n';
import { startTrigger } from './support/server';

const FILE = Buffer.from('%PDF-1.7 hello');
const sha256 = createHash('sha256').update(FILE).digest('hex');

let graph: HttpServer;
let server: Awaited<ReturnType<typeof startTrigger>>;
let nodes = 0;

async function start(answer: Answer, options = {}) {
	graph = await listen(answer);
	server = await startTrigger({
		nodeId: `media-${nodes++}`,
		parameters: { options: { downloadMedia: true, ...options } },
		credentials: { ...credentials, baseUrl: graph.url },
	});
}

afterEach(async () => {
	await server?.close();
	await graph?.close();
});

const isFile = (url: string) => url.startsWith('/file');

/** Graph as it is: a description first, then the bytes. */
const meta =
	(
		info: object = {},
		file: (response: ServerResponse) => unknown = (response) => response.end(FILE),
	): Answer =>
	({ url }, response) => {
		if (isFile(url)) return void file(response);
		const about = { url: `${graph.url}/file`, mime_type: 'application/pdf', sha256 };
		json(response, 200, { ...about, file_size: FILE.length, ...info });
	};

const documents = (count: number) =>
	messagesBody(
		Array.from({ length: count }, (_, i) => ({
			id: `wamid.${i}`,
			type: 'document',
			document: { id: `${100 + i}`, mime_type: 'application/pdf', filename: 'invoice.pdf' },
		})),
	);

const items = () => server.executions.flatMap((execution) => execution.items);

it('puts the file of a message to its item, with the access token and nothing secret in the item', async () => {
	await start(meta());
	expect((await server.post(documents(1))).status).toBe(200);
	const [item] = items();
	expect(item.binary?.data).toMatchObject({
		fileName: 'invoice.pdf',
		mimeType: 'application/pdf',
		data: FILE.toString('base64'),
	});
	expect(item.json).not.toHaveProperty('media_note');
	for (const { headers } of graph.heard)
		expect(headers.authorization).toBe(`Bearer ${credentials.accessToken}`);
	expect(JSON.stringify(item)).not.toContain('not-a-real');
});

it('asks Meta for nothing when it is off, for statuses, and for what has been done already', async () => {
	await start(meta(), { downloadMedia: false });
	await server.post(documents(1));
	expect(graph.heard).toEqual([]);
	await server.close();
	await graph.close();
	await start(meta());
	await server.post(statusBody('wamid.1'));
	await server.post(documents(1));
	await server.post(documents(1));
	expect(graph.heard).toHaveLength(2);
});

it.each<[string, Answer, RegExp]>([
	[
		'Meta does not know the file',
		(_heard, response) =>
			json(response, 404, { error: { code: 100, message: 'Unsupported get request' } }),
		/\w{3,} \w{3,}/,
	],
	['the connection breaks', (_heard, response) => response.destroy(), /no answer arrived/],
	['there is no address', (_heard, response) => json(response, 200, {}), /no address/],
	['the file is damaged', meta({}, (response) => response.end('%PDF')), /damaged/],
	['the file is gone', meta({}, (response) => json(response, 404, {})), /\w{3,} \w{3,}/],
	[
		'the file lies elsewhere',
		meta({ url: 'http://localhost:9/file' }),
		/not Meta's media server, so the access token was not sent/,
	],
	['the file is announced too big', meta({ file_size: `${20 * 2 ** 20}` }), /20\.0 MB/],
	[
		'the file is bigger than announced',
		meta({ sha256: '' }, (response) => response.end(Buffer.alloc(2 ** 20 + 1))),
		/limit of 1 MB/,
	],
])('says in the item that %s, and runs all the same', async (_name, answer, words) => {
	await start(answer, { mediaSizeLimitMb: 1 });
	expect((await server.post(documents(1))).status).toBe(200);
	const [{ json: item, binary }] = items();
	expect(binary).toBeUndefined();
	expect(item.media_note).toMatch(words);
	expect(item.media_id).toBe('100');
	expect(JSON.stringify(item)).not.toContain('not-a-real');
});

it('does not fetch what is announced too big', async () => {
	await start(meta({ file_size: 2 ** 21 }), { mediaSizeLimitMb: 1 });
	await server.post(documents(1));
	expect(graph.heard.filter(({ url }) => isFile(url))).toEqual([]);
});

it('fetches at most four files at a time', async () => {
	let now = 0;
	let most = 0;
	await start(
		meta({}, (response) => {
			most = Math.max(most, ++now);
			setTimeout(() => {
				now--;
				response.end(FILE);
			}, 20);
		}),
	);
	await server.post(documents(12));
	expect(items().filter(({ binary }) => binary)).toHaveLength(12);
	expect(most).toBe(4);
});

it('does not look for the file of a simulated event', async () => {
	await start(meta());
	const headers = { 'x-whatsapp-cloud-test': 'simulated' };
	await server.post(documents(1), headers, '/webhook-test/x');
	expect(items()[0].json.media_note).toContain('simulated');
	expect(graph.heard).toEqual([]);
});

it('waits for files only so long, and leaves late ones alone', async () => {
	let answer = () => {};
	graph = await listen((_heard, response) => {
		answer = () => json(response, 404, {});
	});
	const setup = { credentials: { ...credentials, baseUrl: graph.url } };
	const context = webhookContext(setup, { method: 'POST' } as Request, {} as Response);
	const { clock, advance } = fakeClock();
	const waiting: Outgoing[] = [{ output: 'message', json: { media_id: '1', filename: '' } }];
	let done = false;
	const lanes = createLanes(4, 10);
	const work = attachMedia(context, waiting, 16, lanes, clock).then(() => (done = true));
	while (!graph.heard.length) await new Promise((resolve) => setTimeout(resolve, 5));
	await advance(9_900);
	expect(done).toBe(false);
	await advance(200);
	await work;
	const note = waiting[0].json.media_note;
	expect(note).toContain('within 10 seconds');
	answer();
	await lanes.run(settle);
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(waiting[0].json.media_note).toBe(note);
});

it('lets nobody wait where too many wait already', async () => {
	const lanes = createLanes(1, 1);
	let go = () => {};
	const first = lanes.run(async () => await new Promise<void>((resolve) => (go = resolve)));
	expect(lanes.isFull()).toBe(false);
	const second = lanes.run(settle);
	expect(lanes.isFull()).toBe(true);
	go();
	await Promise.all([first, second]);
	expect(lanes.isFull()).toBe(false);
	await expect(lanes.run(async () => await Promise.reject(new Error('x')))).rejects.toThrow('x');
	expect(await lanes.run(async () => await Promise.resolve(7))).toBe(7);
});
