import { setTimeout as wait } from 'node:timers/promises';
import { cpuSeconds } from '../support/cpu';
import { load } from '../support/load';
import type { N8nPair, Side } from '../support/n8nPair';
import { quantile, round } from '../support/stats';

export interface Sample {
	/** Rows that reached the table, per second from the first call to the last row. */
	events_per_s: number;
	stored: number;
	acknowledged: number;
	/** Until the last row was there. */
	seconds: number;
	executions: number;
	/** n8n's processor time for each call, all its threads; tells more than the clock on a busy machine. */
	cpu_ms_per_call: number;
	median_ms: number;
	p99_ms: number;
	answers: Record<string, number>;
}

/** How long a side that acknowledges before it has processed may take to catch up. */
const DRAIN_MS = 120_000;

let run = 0;

/** Closed-loop load on one side, then the wait until its table holds every event it acknowledged. */
export async function measureThroughput(
	pair: N8nPair,
	side: Side,
	options: { seconds: number; connections: number; perCall: number },
): Promise<Sample> {
	const [rowsBefore, executionsBefore] = [await side.rows(), await pair.executions()];
	const cpuBefore = cpuSeconds(pair.n8n().pid);
	const result = await load({
		url: side.url,
		secret: pair.account.appSecret,
		ids: pair.account,
		name: `${side.name}-${run++}`,
		seconds: options.seconds,
		connections: options.connections,
		per_call: options.perCall,
		text_every: 0,
		timeout_ms: DRAIN_MS,
	});
	const answered = Date.now();
	let stored = (await side.rows()) - rowsBefore;
	let seconds = result.last_answer_s;
	while (stored < result.events_acknowledged && Date.now() < answered + DRAIN_MS) {
		await wait(200);
		stored = (await side.rows()) - rowsBefore;
		seconds = result.seconds + (Date.now() - answered) / 1000;
	}
	const cpuMs = (cpuSeconds(pair.n8n().pid) - cpuBefore) * 1000;
	return {
		events_per_s: round(stored / seconds),
		stored,
		acknowledged: result.events_acknowledged,
		seconds: round(seconds),
		// The probe itself is one of them.
		executions: (await pair.executions()) - executionsBefore - 1,
		cpu_ms_per_call: round(cpuMs / result.calls, 3),
		median_ms: round(quantile(result.latencies_ms, 0.5)),
		p99_ms: round(quantile(result.latencies_ms, 0.99)),
		answers: result.answers,
	};
}

/**
 * Calls a second that need no run: all carry one event that was processed before, so the trigger answers at once. What
 * is left is n8n's own handling of a request, the ceiling of any trigger in this n8n.
 */
export async function measureFloor(
	pair: N8nPair,
	options: { seconds: number; connections: number },
): Promise<number> {
	const { account, ours } = pair;
	const result = await load({
		...options,
		url: ours.url,
		secret: account.appSecret,
		ids: account,
		name: `floor-${run++}`,
		per_call: 1,
		text_every: 0,
		timeout_ms: DRAIN_MS,
		same: true,
	});
	return round(result.events_acknowledged / result.last_answer_s);
}
