import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { startProxy } from '../../bench/support/proxy';
import { startTerminator } from '../../bench/support/terminator';
import { certify } from '../../bench/support/tls';

const HOST = 'graph.facebook.com';
const folder = mkdtempSync(join(tmpdir(), 'bench-proxy-'));
const certificate = certify(HOST, folder);
const target = createServer((req, res) => {
	res.end(`reached ${req.headers.host} ${req.url}`);
});
let proxy: Awaited<ReturnType<typeof startProxy>>;
let terminator: Awaited<ReturnType<typeof startTerminator>>;

beforeAll(async () => {
	await new Promise<void>((done) => target.listen(0, '127.0.0.1', done));
	const { port } = target.address() as AddressInfo;
	terminator = await startTerminator(certificate, `http://127.0.0.1:${port}`, 'app|secret');
	proxy = await startProxy(HOST, terminator.port);
});

afterAll(async () => {
	await proxy.close();
	await terminator.close();
	target.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Asks through the proxy, checking the certificate, and returns all that came back. */
async function ask(host: string, path: string): Promise<string> {
	return await new Promise((done, fail) => {
		const tunnel = request({ port: proxy.port, method: 'CONNECT', path: host });
		tunnel.on('connect', ({ statusCode }, socket) => {
			if (statusCode !== 200) return done(`refused with ${statusCode}`);
			const ca = readFileSync(certificate.caFile);
			const tls = connect({ socket, servername: HOST, ca }, () =>
				tls.write(`GET ${path} HTTP/1.1\r\nhost: ${HOST}\r\nconnection: close\r\n\r\n`),
			);
			let text = '';
			tls.on('data', (chunk: Buffer) => (text += chunk.toString()));
			tls.on('end', () => done(text));
			tls.on('error', fail);
		});
		tunnel.on('error', fail);
		tunnel.end();
	});
}

it('leads Meta’s host through real TLS to the local server', async () => {
	expect(await ask(`${HOST}:443`, '/v25.0/me')).toContain(`reached ${HOST} /v25.0/me`);
});

it('hands out the app’s token', async () => {
	expect(await ask(`${HOST}:443`, '/v19.0/oauth/access_token')).toContain('app|secret');
});

it.each([['example.com:443'], [`${HOST}:80`], [`${HOST}.example.com:443`]])(
	'turns %s away and remembers it',
	async (host) => {
		expect(await ask(host, '/')).toBe('refused with 403');
		expect(proxy.refused).toContain(host);
	},
);
