import { openDoor } from '../scripts/runtime/door';
import { N8N_VERSION } from '../scripts/runtime/n8nInstall';
import { deliverAll } from './loss/deliver';
import { makeCalls, makeEvents } from './loss/events';
import { judge } from './loss/judge';
import { type Flags, whole } from './support/flags';
import { type N8nPair, startPair } from './support/n8nPair';
import { createRandom, type Random } from './support/random';
import { say } from './support/say';

export const about =
	'100,000 shuffled and repeated status events while n8n is killed 20 times: what is lost, what counts twice (10 min)';

const CONNECTIONS = 30;

/** Everything is posted until it was answered with 200; n8n is killed with -9 when shares of it have been. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		events: whole(flags, 'events', 100_000, 500_000),
		kills: whole(flags, 'kills', 20, 500),
		events_per_call: whole(flags, 'per-call', 20, 1000),
		repeated_share: 0.05,
		seed: whole(flags, 'seed', 1),
		connections: CONNECTIONS,
	};
	const random = createRandom(settings.seed);
	const events = makeEvents(settings.events, random, 1_760_000_000);
	const pair = await startPair({ rows: 1, packed: flags.packed });
	try {
		const { calls, duplicates } = makeCalls(events, {
			perCall: settings.events_per_call,
			twiceShare: settings.repeated_share,
			ids: pair.account,
			random,
		});
		const door = await openDoor(Number(new URL(pair.n8n().url).port));
		const executionsBefore = await pair.executions();
		const startedAt = Date.now();
		const killer = createKiller(pair, settings.kills, calls.length, random);
		const delivery = await deliverAll(calls, {
			url: pair.ours.url.replace(pair.n8n().url, door.url),
			secret: pair.account.appSecret,
			connections: CONNECTIONS,
			onTaken: killer.onTaken,
			signal: killer.signal,
		});
		await killer.done();
		killer.signal.throwIfAborted();
		const duration_s = Math.round((Date.now() - startedAt) / 1000);
		const executions = (await pair.executions()) - executionsBefore - 1;
		say('reading the ledger');
		const table = await pair.api().table('wa_ledger');
		// One row was there before, to show that a table in use is kept.
		const rows = (await table.rows()).slice(1);
		return {
			...judge(events, rows),
			kills: killer.kills(),
			events: events.length,
			duplicates,
			calls: calls.length,
			redeliveries: delivery.attempts - calls.length,
			not_taken: delivery.not_taken,
			executions,
			duration_s,
			settings,
			versions: { n8n: N8N_VERSION },
		};
	} finally {
		await pair.stop();
	}
}

/** Kills n8n each time another share of the calls has been taken, at a moment of its own choosing. */
function createKiller(pair: N8nPair, kills: number, total: number, random: Random) {
	const marks = Array.from({ length: kills }, (_, i) =>
		Math.floor(((i + 0.3 + random.next() * 0.4) * total) / kills),
	);
	let killed = 0;
	let restarting: Promise<void> | undefined;
	const gone = new AbortController();
	const restart = async () => {
		try {
			await pair.restart({});
			killed++;
			say(`killed and started again ${killed}/${kills}`);
		} catch (error) {
			gone.abort(error);
		}
		restarting = undefined;
	};
	return {
		kills: () => killed,
		/** Aborted when n8n did not come back: then nobody will ever answer. */
		signal: gone.signal,
		onTaken(count: number): void {
			const due = marks.filter((mark) => mark <= count).length;
			if (due > killed && !restarting) restarting = restart();
		},
		/** Waits for an n8n that is still starting. */
		async done(): Promise<void> {
			await restarting;
		},
	};
}
