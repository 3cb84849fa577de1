import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** What n8n answers, with 200, to every call in the moment between opening its port and checking its database. */
const STARTING = 'n8n is starting up. Please wait';

export interface Door {
	url: string;
}

/**
 * A door in front of n8n's webhooks that says 503 while n8n is not there. Without it a webhook that arrives in the
 * wrong 20 ms of a start gets n8n's 200 and is lost, because Meta does not send again what was answered with 200
 * (n8n 2.40: abstract-server.js, setupHealthCheck).
 */
export async function openDoor(n8nPort: number): Promise<Door> {
	const agent = new Agent({ keepAlive: true });
	const server = createServer((incoming, outgoing) => pass(incoming, outgoing, n8nPort, agent));
	server.keepAliveTimeout = 60_000;
	// It never keeps the process alive by itself.
	server.unref().on('connection', (socket) => socket.unref());
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return { url: `http://127.0.0.1:${port}` };
}

function pass(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	port: number,
	agent: Agent,
): void {
	const { method, url: path, headers } = incoming;
	const refuse = () => {
		if (outgoing.headersSent) outgoing.destroy();
		else outgoing.writeHead(503, { 'content-type': 'text/plain' }).end('n8n is not ready');
	};
	const onward = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
		answer.on('error', refuse);
		if (answer.headers['content-length'] === String(STARTING.length)) {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				const body = Buffer.concat(chunks);
				if (body.toString() === STARTING) refuse();
				else outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
			});
			return;
		}
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	onward.on('error', refuse);
	outgoing.on('close', () => onward.destroy());
	incoming.pipe(onward);
}
