import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import type { WorkflowJson } from '../../scripts/runtime/n8nApi';
import { judge } from '../limiter/judge';
import { cpuSeconds } from '../support/cpu';
import type { N8nPair } from '../support/n8nPair';
import { patiently } from '../support/patiently';
import { round } from '../support/stats';

/** Without a call for so long, a run is over or has given up. */
const QUIET_MS = 15_000;

export interface SendFigures {
	accepted: number;
	rejected: number;
	/** From the first to the last accepted message. */
	accepted_per_s: number;
	/** Calls in the busiest second. */
	worst_second: number;
	/** n8n's processor time while it sent, in cores. */
	cpu_share: number;
	cpu_ms_per_call: number;
	seconds: number;
}

/** Lets one workflow send to `people` and watches at the TLS terminator what comes of it. */
export async function measureSend(
	pair: N8nPair,
	workflow: WorkflowJson,
	{ people, limit }: { people: number; limit: number },
): Promise<SendFigures> {
	const api = pair.api();
	const { id } = await api.createWorkflow(workflow);
	await api.publish(id);
	pair.sends.length = 0;
	const pid = pair.n8n().pid;
	let cpu = cpuSeconds(pid);
	let begin = performance.now();
	await axios.post(`${pair.n8n().url}/webhook/${workflow.name}`, {}, { proxy: false });
	let seen = 0;
	let changedAt = performance.now();
	while (seen < people && performance.now() - changedAt < QUIET_MS) {
		await wait(50);
		if (pair.sends.length === seen) continue;
		// The figures are about sending: reading the people comes before.
		if (seen === 0) [cpu, begin] = [cpuSeconds(pid), performance.now()];
		seen = pair.sends.length;
		changedAt = performance.now();
	}
	const seconds = (changedAt - begin) / 1000;
	const used = cpuSeconds(pid) - cpu;
	await patiently(async () => await api.unpublish(id));
	return { ...told(pair, limit), ...cpuFigures(used, seconds, seen), seconds: round(seconds) };
}

function told(pair: N8nPair, limit: number) {
	const accepted = pair.sends.filter(({ status }) => status === 200);
	const times = accepted.map(({ at }) => at).sort((a, b) => a - b);
	const all = pair.sends.map(({ at }) => at).sort((a, b) => a - b);
	const busy = (times[times.length - 1] - times[0]) / 1000;
	return {
		accepted: accepted.length,
		rejected: pair.sends.length - accepted.length,
		accepted_per_s: round((times.length - 1) / busy),
		worst_second: judge(all, limit, 1000).worst,
	};
}

const cpuFigures = (used: number, seconds: number, calls: number) => ({
	cpu_share: round(used / seconds, 3),
	cpu_ms_per_call: round((used * 1000) / calls, 3),
});
