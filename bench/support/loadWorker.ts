import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { sign } from '../webhook/sign';
import { statusBody, textBody } from '../webhook/bodies';
import type { LoadOptions, LoadResult } from './load';

/** A program of its own, so that making and signing webhooks takes no time from anybody who is measured. */
const options = JSON.parse(process.argv[2]) as LoadOptions;
const agent = new Agent({ keepAlive: true, maxSockets: Infinity, scheduling: 'fifo' });

const result: LoadResult = {
	calls: 0,
	events: 0,
	events_acknowledged: 0,
	answers: {},
	seconds: 0,
	last_answer_s: 0,
	latencies_ms: [],
};
const begin = performance.now();
const startedAt = Math.floor(Date.now() / 1000);
const elapsed = () => (performance.now() - begin) / 1000;

/** Posts one signed webhook. Time counts from `due`, when it should have gone out, so a late start is not hidden. */
async function call(due: number): Promise<void> {
	const name = `${options.name}-${options.same ? 0 : result.calls}`;
	result.calls++;
	const isText = options.text_every > 0 && result.calls % options.text_every === 0;
	const at = options.same ? startedAt : Math.floor(Date.now() / 1000);
	const text = isText
		? textBody(name, at, options.ids)
		: statusBody(name, options.per_call, at, options.ids);
	const bytes = Buffer.from(text);
	const events = isText ? 1 : options.per_call;
	result.events += events;
	const { status, said } = await post(bytes);
	// What is not confirmed has to be sent again: however fast the refusal, it counts as not answered in time.
	const took = performance.now() - due;
	result.latencies_ms.push(status === 200 ? took : Math.max(took, options.timeout_ms));
	const answer = status === 200 ? '200' : `${status} ${said}`.trim();
	result.answers[answer] = (result.answers[answer] ?? 0) + 1;
	if (status === 200) {
		result.events_acknowledged += events;
		result.last_answer_s = elapsed();
	}
}

/** The status, or 0 when there was no answer in time, and what was said if it was no. */
async function post(bytes: Buffer): Promise<{ status: number; said: string }> {
	return await new Promise((done) => {
		let said = '';
		const failed = (error: Error) => done({ status: 0, said: said || codeOf(error) });
		const req = request(
			options.url,
			{
				agent,
				method: 'POST',
				timeout: options.timeout_ms,
				headers: {
					'content-type': 'application/json',
					'content-length': bytes.length,
					'user-agent': 'facebookexternalua',
					'x-hub-signature-256': sign(options.secret, bytes),
				},
			},
			(res) => {
				res.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(0, 80)));
				res.once('end', () => done({ status: res.statusCode ?? 0, said }));
				res.once('error', failed);
			},
		);
		req.once('timeout', () => req.destroy(new Error('no answer in time')));
		req.once('error', failed);
		req.end(bytes);
	});
}

const codeOf = (error: Error) => (error as NodeJS.ErrnoException).code ?? error.message;

/** Each connection sends its next call when the last one is answered. */
async function closedLoop(connections: number): Promise<void> {
	const line = async () => {
		while (elapsed() < options.seconds) await call(performance.now());
	};
	await Promise.all(Array.from({ length: connections }, line));
}

/** Calls go out by the clock, whether or not earlier ones are answered, as Meta's do. */
async function openLoop(perSecond: number): Promise<void> {
	const total = Math.round(perSecond * options.seconds);
	const calls: Array<Promise<void>> = [];
	while (calls.length < total) {
		const due = begin + (calls.length * 1000) / perSecond;
		const ahead = due - performance.now();
		if (ahead > 1) await wait(Math.floor(ahead));
		else calls.push(call(due));
	}
	await Promise.all(calls);
}

async function main(): Promise<void> {
	if (options.per_second) await openLoop(options.per_second);
	else await closedLoop(options.connections);
	result.seconds = elapsed();
	agent.destroy();
	process.stdout.write(JSON.stringify(result));
}

void main();
