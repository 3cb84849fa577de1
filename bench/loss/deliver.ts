import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { sign } from '../webhook/sign';

/** Meta's patience is about twenty seconds. */
const TIMEOUT_MS = 20_000;
/** Meta comes back after minutes to days; here the pause is short, so that every kill meets calls under way. */
const AGAIN_AFTER_MS = 400;

export interface Delivery {
	attempts: number;
	/** Attempts that did not get their 200, by what was answered; 0 for no answer. */
	not_taken: Record<string, number>;
}

/**
 * Posts every webhook until it was answered with 200, as Meta does, over so many connections. `onTaken` learns how many
 * were, after each. `signal` ends it when there is nobody left to answer, with the signal's reason.
 */
export async function deliverAll(
	calls: readonly string[],
	options: {
		url: string;
		secret: string;
		connections: number;
		onTaken: (count: number) => void;
		signal: AbortSignal;
	},
): Promise<Delivery> {
	const agent = new Agent({ keepAlive: true });
	const delivery: Delivery = { attempts: 0, not_taken: {} };
	const queue = [...calls];
	let taken = 0;
	const line = async () => {
		for (
			let body = queue.shift();
			body !== undefined || taken < calls.length;
			body = queue.shift()
		) {
			if (options.signal.aborted) return;
			if (body === undefined) {
				await wait(AGAIN_AFTER_MS);
				continue;
			}
			delivery.attempts++;
			const status = await post(agent, options, Buffer.from(body));
			if (status === 200) options.onTaken(++taken);
			else {
				delivery.not_taken[status] = (delivery.not_taken[status] ?? 0) + 1;
				await wait(AGAIN_AFTER_MS);
				queue.push(body);
			}
		}
	};
	await Promise.all(Array.from({ length: options.connections }, line));
	agent.destroy();
	options.signal.throwIfAborted();
	return delivery;
}

async function post(
	agent: Agent,
	{ url, secret }: { url: string; secret: string },
	bytes: Buffer,
): Promise<number> {
	return await new Promise((done) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': bytes.length,
			'x-hub-signature-256': sign(secret, bytes),
		};
		const req = request(url, { agent, method: 'POST', timeout: TIMEOUT_MS, headers }, (res) => {
			res.resume();
			res.once('end', () => done(res.statusCode ?? 0));
			res.once('error', () => done(0));
		});
		req.once('timeout', () => req.destroy());
		req.once('error', () => done(0));
		req.end(bytes);
	});
}
