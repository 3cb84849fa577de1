import {
	Agent,
	request as httpRequest,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './tls';

export interface Running {
	port: number;
	close: () => Promise<void>;
}

/** The app's own token, which the built-in trigger asks for before every call. */
const TOKEN_PATH = /^\/v\d+\.\d+\/oauth\/access_token/;

/** One answered call that asked to send a message: when it came in, on Node's monotonic clock, and what was said. */
export interface SendCall {
	at: number;
	status: number;
}

const SEND_PATH = /^\/v\d+\.\d+\/\d+\/messages$/;

/**
 * Ends TLS in front of a plain HTTP server, keeping connections alive on both sides. `appToken` is what a client gets
 * for the app's ID and secret; `sends` fills with every answered call that sends a message.
 */
export async function startTerminator(
	{ key, cert }: Certificate,
	target: string,
	appToken: string,
): Promise<Running & { sends: SendCall[] }> {
	const sends: SendCall[] = [];
	const agent = new Agent({ keepAlive: true });
	const server = createServer({ key, cert }, (req, res) => {
		if (TOKEN_PATH.test(req.url ?? '')) {
			req.resume();
			res.setHeader('content-type', 'application/json');
			res.end(JSON.stringify({ access_token: appToken, token_type: 'bearer' }));
			return;
		}
		const at = performance.now();
		if (SEND_PATH.test(req.url ?? ''))
			res.once('finish', () => sends.push({ at, status: res.statusCode }));
		forward(req, res, target, agent);
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		sends,
		port: (server.address() as AddressInfo).port,
		close: async () => {
			agent.destroy();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

function forward(req: IncomingMessage, res: ServerResponse, target: string, agent: Agent): void {
	const { method, headers } = req;
	const onward = httpRequest(
		new URL(req.url ?? '/', target),
		{ method, headers, agent },
		(answer) => {
			res.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(res);
		},
	);
	onward.on('error', () => {
		if (!res.headersSent) res.writeHead(502);
		res.end();
	});
	req.pipe(onward);
}
