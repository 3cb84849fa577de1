import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import { openDoor } from '../../scripts/runtime/door';

let server: Server | undefined;

/** Something in n8n's place, and the door before it. */
async function doorBefore(answer: RequestListener): Promise<string> {
	server = createServer(answer);
	await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
	const { url } = await openDoor((server.address() as AddressInfo).port);
	return url;
}

async function close(): Promise<void> {
	server?.closeAllConnections();
	await new Promise((done) => server?.close(done) ?? done(undefined));
	server = undefined;
}

const post = async (url: string, body: string) =>
	await axios.post<string>(`${url}/webhook/a/webhook?b=1`, body, {
		validateStatus: () => true,
		headers: { 'content-type': 'application/json', 'x-hub-signature-256': 'sha256=00' },
		transformRequest: (data: string) => data,
	});

afterEach(close);

it('passes a call on as it is, and the answer back', async () => {
	const url = await doorBefore((req, res) => {
		let body = '';
		req.on('data', (chunk) => (body += chunk));
		req.on('end', () => {
			const { method, url: path } = req;
			res.writeHead(401, { 'x-seen': String(req.headers['x-hub-signature-256']) });
			res.end(JSON.stringify({ method, path, body }));
		});
	});
	const { status, data, headers } = await post(url, '{"a": 1}');
	expect(status).toBe(401);
	expect(headers['x-seen']).toBe('sha256=00');
	expect(data).toEqual({ method: 'POST', path: '/webhook/a/webhook?b=1', body: '{"a": 1}' });
});

it('turns the 200 of a starting n8n into 503, so that Meta sends the event again', async () => {
	const text = 'n8n is starting up. Please wait';
	const url = await doorBefore((_req, res) => {
		res.setHeader('content-length', text.length);
		res.end(text);
	});
	expect((await post(url, '{}')).status).toBe(503);
});

it('says 503 while n8n is not there', async () => {
	const url = await doorBefore((_req, res) => res.end());
	await close();
	expect((await post(url, '{}')).status).toBe(503);
});

it('says 503 when n8n dies in the middle of a call', async () => {
	const url = await doorBefore((req) => req.socket.destroy());
	expect((await post(url, '{}')).status).toBe(503);
});
