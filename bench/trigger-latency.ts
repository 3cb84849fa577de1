import { N8N_VERSION } from '../scripts/runtime/n8nInstall';
import { packPackage } from '../scripts/runtime/package';
import { startQueueStack } from '../scripts/runtime/queueStack';
import { type Flags, whole } from './support/flags';
import { type N8nPair, type Side, startPair } from './support/n8nPair';
import { patiently } from './support/patiently';
import { say } from './support/say';
import { answerTimes, type Settings, type Target } from './trigger/answerTimes';

export const about =
	'answer times at 264 calls a second for a minute, against the built-in WhatsApp Trigger; also in queue mode (10 min)';

/** A sender at 80 messages a second gets three statuses each, and 30 % replies: 240 statuses and 24 messages. */
const TEXT_EVERY = 11;

export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		calls_per_s: whole(flags, 'rate', 264, 10_000),
		seconds: whole(flags, 'seconds', 60, 3600),
		timeout_s: whole(flags, 'timeout', 20, 600),
		// n8n's code is compiled while it runs: a cold one takes twice the time for a call, a lukewarm one a third more.
		warm_up_s: whole(flags, 'warm-up', 60, 600),
		table_rows: whole(flags, 'rows', 10_000, 500_000),
	};
	const packed = flags.packed ?? (await packPackage());
	const single = await oneProcess(packed, settings);
	const queue_mode = flags.queue === 'no' ? undefined : await queueMode(packed, settings);
	const { median_ms, over_1s_share } = single.ours;
	return {
		median_ms,
		over_1s_share,
		builtin_median_ms: single.builtin.median_ms,
		builtin_over_1s_share: single.builtin.over_1s_share,
		...single,
		queue_mode,
		settings,
		versions: { n8n: N8N_VERSION },
	};
}

/** n8n as most people run it: one process, SQLite. */
async function oneProcess(packed: string, settings: Settings & { table_rows: number }) {
	const pair = await startPair({ rows: settings.table_rows, packed });
	try {
		const ours = await answerTimes(targetOf(pair, pair.ours), settings, 0);
		const ours_with_replies = await answerTimes(targetOf(pair, pair.ours), settings, TEXT_EVERY);
		// The built-in one last: it does not recover from it.
		await pair.restart({});
		const builtin = await answerTimes(targetOf(pair, pair.builtin), settings, 0);
		return { ours, ours_with_replies, builtin };
	} finally {
		await pair.stop();
	}
}

function targetOf(pair: N8nPair, { name, url, rows }: Side): Target {
	return { name, url, rows, account: pair.account, pids: [pair.n8n().pid] };
}

/** n8n as one runs it for volume: Postgres, Redis, a process that takes the webhooks and one that works. */
async function queueMode(packed: string, settings: Settings) {
	say('starting queue mode');
	const stack = await startQueueStack(packed);
	try {
		const { n8n, account, webhookUrl } = stack;
		const url = new URL(webhookUrl);
		url.host = new URL(n8n.webhooks.url).host;
		const target: Target = {
			name: 'queue mode',
			url: url.href,
			account,
			pids: [n8n.webhooks.pid, n8n.worker().pid],
			rows: async () =>
				await patiently(async () => await (await stack.api.table('wa_ledger')).count()),
		};
		const ours = await answerTimes(target, settings, 0);
		const ours_with_replies = await answerTimes(target, settings, TEXT_EVERY);
		return { ours, ours_with_replies };
	} finally {
		await stack.stop();
	}
}
