import { toEvents } from '../../core/webhook/events';
import { openWebhook } from '../../core/webhook/open';
import { collectGarbage } from '../support/collect';
import { median, round } from '../support/stats';
import { sign } from './sign';

export interface Signed {
	bytes: Buffer;
	signature: string;
}

/** Keeps results alive, so that no work is optimised away. */
let sink = 0;

function ours(secret: string, { bytes, signature }: Signed): void {
	const opened = openWebhook(secret, bytes, signature);
	if (!opened.ok) throw new Error(`A genuine webhook was refused: ${opened.reason}`);
	sink += toEvents(opened.webhook, 1_760_000_000).length;
}

/** The least that anybody must do: one HMAC, one comparison, one JSON.parse. */
function raw(secret: string, { bytes, signature }: Signed): void {
	if (sign(secret, bytes) !== signature) throw new Error('unsigned');
	sink += Object.keys(JSON.parse(bytes.toString()) as object).length;
}

interface Sample {
	/** Microseconds per call by the clock. */
	us: number;
	/** Microseconds of processor time per call, all threads. */
	cpu: number;
}

function sample(work: typeof ours, secret: string, calls: Signed[], count: number): Sample {
	collectGarbage();
	const cpu = process.cpuUsage();
	const begin = process.hrtime.bigint();
	for (let i = 0; i < count; i++) work(secret, calls[i % calls.length]);
	const us = Number(process.hrtime.bigint() - begin) / 1000 / count;
	const { user, system } = process.cpuUsage(cpu);
	return { us, cpu: (user + system) / count };
}

/** Microseconds per webhook, both sides in turn, a fixed number of calls each, median and range of the rounds. */
export function compareSpeed(secret: string, calls: Signed[], rounds: number, count: number) {
	const times = { ours: [] as Sample[], raw: [] as Sample[] };
	for (let turn = 0; turn <= rounds; turn++) {
		const pair = [sample(ours, secret, calls, count), sample(raw, secret, calls, count)];
		// The first round warms up.
		if (turn === 0) continue;
		times.ours.push(pair[0]);
		times.raw.push(pair[1]);
	}
	if (sink === 0) throw new Error('Nothing was measured.');
	const wall = (samples: Sample[]) => samples.map(({ us }) => us);
	const figures = (samples: Sample[]) => ({
		us: round(median(wall(samples))),
		range: [round(Math.min(...wall(samples))), round(Math.max(...wall(samples)))],
		cpu_us: round(median(samples.map(({ cpu }) => cpu))),
	});
	return {
		bodies: calls.length,
		mean_bytes: Math.round(calls.reduce((sum, { bytes }) => sum + bytes.length, 0) / calls.length),
		ours: figures(times.ours),
		raw: figures(times.raw),
		ratio: round(median(wall(times.ours)) / median(wall(times.raw)), 3),
	};
}
