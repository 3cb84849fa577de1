import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliverAll } from '../../bench/loss/deliver';

let server: Server;
let answer: (body: string) => number;
let url: string;

beforeAll(async () => {
	server = createServer((req, res) => {
		let body = '';
		req.on('data', (chunk: Buffer) => (body += chunk.toString()));
		req.on('end', () => res.writeHead(answer(body)).end());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const options = { secret: 'secret', connections: 3, onTaken: () => undefined };

it('posts each webhook until it was answered with 200, and then no more', async () => {
	const posts = new Map<string, number>();
	answer = (body) => {
		const count = (posts.get(body) ?? 0) + 1;
		posts.set(body, count);
		return body === 'b' && count < 3 ? 503 : 200;
	};
	const { signal } = new AbortController();
	const delivery = await deliverAll(['a', 'b', 'c', 'd'], { ...options, url, signal });
	expect(Object.fromEntries(posts)).toEqual({ a: 1, b: 3, c: 1, d: 1 });
	expect(delivery).toEqual({ attempts: 6, not_taken: { 503: 2 } });
});

it('gives up with the reason when there is nobody left to answer', async () => {
	const gone = new AbortController();
	answer = () => {
		gone.abort(new Error('n8n did not start again'));
		return 503;
	};
	const delivered = deliverAll(['a', 'b'], { ...options, url, signal: gone.signal });
	await expect(delivered).rejects.toThrow('n8n did not start again');
});
