import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Running } from './terminator';

/**
 * A CONNECT proxy on loopback that admits one host only and leads it to a local port: so programs that hard-code
 * Meta's address can be measured unchanged, and nothing leaves the machine. `refused` holds the hosts it turned away.
 */
export async function startProxy(
	host: string,
	port: number,
): Promise<Running & { refused: Set<string> }> {
	const refused = new Set<string>();
	const sockets = new Set<Socket>();
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
	};
	const server = createServer((req, res) => {
		refused.add(req.headers.host ?? '');
		res.writeHead(403).end();
	});
	server.on('connect', (req, client: Socket, head: Buffer) => {
		keep(client);
		if (req.url !== `${host}:443`) {
			refused.add(req.url ?? '');
			client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		const upstream = connect(port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			if (head.length > 0) upstream.write(head);
			client.pipe(upstream).pipe(client);
		});
		upstream.setNoDelay(true);
		client.setNoDelay(true);
		keep(upstream);
		client.once('close', () => upstream.destroy());
		upstream.once('close', () => client.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		refused,
		port: (server.address() as AddressInfo).port,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}
