import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { type Child, startChild, waitUntil } from './child';
import { RUNTIME } from './paths';
import { freePort } from './ports';
import { Problem } from './problem';

export interface Redis extends Child {
	port: number;
}

/** A Redis of our own on loopback that keeps nothing. Throws Problem where redis-server is not installed. */
export async function startRedis(): Promise<Redis> {
	requireRedis();
	const port = await freePort();
	const child = startChild(
		'redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		{ cwd: RUNTIME, env: process.env, log: join(RUNTIME, 'redis.log') },
	);
	const answers = async () => {
		const socket = createConnection(port, '127.0.0.1');
		socket.write('PING\r\n');
		const [answer] = (await once(socket, 'data')) as [Buffer];
		socket.destroy();
		return answer.toString().startsWith('+PONG');
	};
	await waitUntil('Redis', answers, { timeoutMs: 10_000, child });
	return { ...child, port };
}

function requireRedis(): void {
	try {
		execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
	} catch {
		throw new Problem('Redis is not installed.', 'Install it: apt-get install redis-server.');
	}
}
