import type { FastifyInstance } from 'fastify';
import type { GraphCall } from './store';
import type { World } from './world';

const SECRET = /token|secret|proof|^pin$/i;
const KEPT = 200_000;

/** Writes down every Graph call as it ends, answered or not. Never a token, in the query or elsewhere. */
export function logRequests(server: FastifyInstance, { store, clock, journal }: World): void {
	server.addHook('onRequest', async (request, reply) => {
		if (request.originalUrl.startsWith('/_emulator/')) return;
		const started = clock.now();
		reply.raw.once('close', () => {
			const answered = reply.raw.writableFinished;
			const query = Object.entries(request.query as Record<string, unknown>);
			const call: GraphCall = {
				method: request.method,
				path: request.originalUrl.split('?')[0],
				query: Object.fromEntries(query.filter(([name]) => !SECRET.test(name))),
				status: answered ? reply.raw.statusCode : 0,
				at: started,
				ms: clock.now() - started,
			};
			store.requests.push(call);
			if (store.requests.length > KEPT) store.requests.shift();
			journal.push('request', { ...call, at: clock.now() });
		});
	});
}
