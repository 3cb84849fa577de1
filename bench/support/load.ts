import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StatusIds } from '../webhook/bodies';

export interface LoadOptions {
	url: string;
	/** App secret the calls are signed with. */
	secret: string;
	ids: StatusIds;
	/** Makes the message IDs of this load its own. */
	name: string;
	seconds: number;
	/** Closed loop: so many connections, each with one call at a time. */
	connections: number;
	/** Open loop instead: so many calls a second. */
	per_second?: number;
	/** Statuses in one call. */
	per_call: number;
	/** Every so manieth call is an incoming text; 0 for none. */
	text_every: number;
	timeout_ms: number;
	/** Every call carries the same event, as a redelivery does. */
	same?: boolean;
}

export interface LoadResult {
	calls: number;
	events: number;
	/** Events of calls that were answered with 200. */
	events_acknowledged: number;
	/** Calls by what was answered: `200`, else the status and its words; 0 stands for no answer. */
	answers: Record<string, number>;
	/** Until the last call was answered or given up. */
	seconds: number;
	last_answer_s: number;
	/** From when a call was due to its 200. A call that did not get one counts as the whole timeout. */
	latencies_ms: number[];
}

/** Runs one load in a process of its own and returns what came of it. */
export async function load(options: LoadOptions): Promise<LoadResult> {
	const worker = join(__dirname, 'loadWorker.ts');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--import', 'tsx', worker, JSON.stringify(options)],
		{ maxBuffer: 64 * 2 ** 20 },
	);
	return JSON.parse(stdout) as LoadResult;
}
