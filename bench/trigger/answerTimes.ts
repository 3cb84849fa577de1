import { cpuSeconds } from '../support/cpu';
import { load } from '../support/load';
import { say } from '../support/say';
import { quantile, round } from '../support/stats';
import type { StatusIds } from '../webhook/bodies';

/** A trigger under load. */
export interface Target {
	name: string;
	/** Production address. */
	url: string;
	account: StatusIds & { appSecret: string };
	/** The processes that answer and work. */
	pids: number[];
	/** Rows in its table. */
	rows: () => Promise<number>;
}

export interface Settings {
	calls_per_s: number;
	seconds: number;
	timeout_s: number;
	warm_up_s: number;
}

const LATE_MS = 1000;
const CONNECTIONS = 50;

/** Answer times of calls that go out by the clock. A call without its 200 counts as late; time counts from when it was due. */
export async function answerTimes(target: Target, settings: Settings, textEvery: number) {
	const { account, pids } = target;
	const what = textEvery ? `${target.name}, replies among them` : target.name;
	const at = async (perSecond: number | undefined, seconds: number, name: string) =>
		await load({
			url: target.url,
			secret: account.appSecret,
			ids: account,
			name: `latency-${target.name}-${textEvery}-${name}`,
			seconds,
			connections: CONNECTIONS,
			per_second: perSecond,
			per_call: 1,
			text_every: textEvery,
			timeout_ms: settings.timeout_s * 1000,
		});
	say(`${what}: warming up`);
	await at(undefined, settings.warm_up_s, 'warm-up');
	const before = await target.rows();
	say(`${what}: ${settings.calls_per_s} calls a second for ${settings.seconds} s`);
	const cpuNow = () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
	const cpuBefore = cpuNow();
	const result = await at(settings.calls_per_s, settings.seconds, 'run');
	const cpu = cpuNow() - cpuBefore;
	const { latencies_ms: times } = result;
	const figures = {
		median_ms: round(quantile(times, 0.5)),
		p95_ms: round(quantile(times, 0.95)),
		p99_ms: round(quantile(times, 0.99)),
		max_ms: round(quantile(times, 1)),
		over_1s_share: round(times.filter((ms) => ms > LATE_MS).length / times.length),
		n8n_cpu_share: round(cpu / result.seconds, 3),
		cpu_ms_per_call: round((cpu * 1000) / result.calls, 3),
		calls: result.calls,
		answers: result.answers,
		stored: (await target.rows().catch(() => Number.NaN)) - before,
	};
	say(`${what}: median ${figures.median_ms} ms, ${figures.over_1s_share} over a second`);
	return figures;
}
