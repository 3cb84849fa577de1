import { N8N_VERSION } from '../scripts/runtime/n8nInstall';
import { cpuSeconds } from './support/cpu';
import { type Flags, whole } from './support/flags';
import { load } from './support/load';
import { type N8nPair, type Side, startPair } from './support/n8nPair';
import { say } from './support/say';
import { quantile, round } from './support/stats';

export const about =
	'answer times at 264 calls a second for a minute, against the built-in WhatsApp Trigger (6 min)';

/** A sender at 80 messages a second gets three statuses each, and 30 % replies: 240 statuses and 24 messages. */
const TEXT_EVERY = 11;
const LATE_MS = 1000;
/** Until n8n's code is compiled: a cold one takes twice the time for a call. */
const WARM_UP = { seconds: 12, connections: 50 };

/** Calls go out by the clock. A call that did not get its 200 in time counts as late; time counts from when it was due. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		calls_per_s: whole(flags, 'rate', 264, 10_000),
		seconds: whole(flags, 'seconds', 60, 3600),
		table_rows: whole(flags, 'rows', 10_000, 500_000),
		timeout_s: whole(flags, 'timeout', 20, 600),
		warm_up: WARM_UP,
	};
	const pair = await startPair({ rows: settings.table_rows, packed: flags.packed });
	try {
		const ours = await measure(pair, pair.ours, settings, 0);
		const withReplies = await measure(pair, pair.ours, settings, TEXT_EVERY);
		// The built-in one last: it does not recover from it.
		await pair.restart({});
		const builtin = await measure(pair, pair.builtin, settings, 0);
		const { median_ms, over_1s_share } = ours;
		return {
			median_ms,
			over_1s_share,
			builtin_median_ms: builtin.median_ms,
			builtin_over_1s_share: builtin.over_1s_share,
			ours,
			ours_with_replies: withReplies,
			builtin,
			settings,
			versions: { n8n: N8N_VERSION },
		};
	} finally {
		await pair.stop();
	}
}

async function measure(
	pair: N8nPair,
	side: Side,
	settings: { calls_per_s: number; seconds: number; timeout_s: number },
	textEvery: number,
) {
	const what = textEvery ? `${side.name}, replies among them` : side.name;
	const at = async (perSecond: number | undefined, seconds: number, name: string) =>
		await load({
			url: side.url,
			secret: pair.account.appSecret,
			ids: pair.account,
			name: `latency-${side.name}-${textEvery}-${name}`,
			seconds,
			connections: WARM_UP.connections,
			per_second: perSecond,
			per_call: 1,
			text_every: textEvery,
			timeout_ms: settings.timeout_s * 1000,
		});
	say(`${what}: warming up`);
	await at(undefined, WARM_UP.seconds, 'warm-up');
	const before = await side.rows();
	say(`${what}: ${settings.calls_per_s} calls a second for ${settings.seconds} s`);
	const cpuBefore = cpuSeconds(pair.n8n().pid);
	const result = await at(settings.calls_per_s, settings.seconds, 'run');
	const cpu = cpuSeconds(pair.n8n().pid) - cpuBefore;
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
		stored: (await side.rows().catch(() => Number.NaN)) - before,
	};
	say(`${what}: median ${figures.median_ms} ms, ${figures.over_1s_share} over a second`);
	return figures;
}
