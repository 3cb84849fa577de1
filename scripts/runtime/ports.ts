import { createServer } from 'node:net';
import { Problem } from './problem';

/** A port that is free on loopback now. */
export async function freePort(): Promise<number> {
	return await listen(0);
}

/** Throws a `Problem` when somebody listens on `port` already. */
export async function requireFree(port: number, what: string, option: string): Promise<void> {
	try {
		await listen(port);
	} catch {
		throw new Problem(
			`Port ${port}, wanted for ${what}, is in use by another program.`,
			`Stop that program, or choose another port: npm start -- --${option} ${port + 1}`,
		);
	}
}

async function listen(port: number): Promise<number> {
	return await new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => done(typeof address === 'object' && address ? address.port : port));
		});
	});
}
