import { countDifferences } from './fold/differences';
import { measureHome } from './fold/home';
import { postgresFold, type PostgresFold } from './fold/postgres';
import { foldSeconds } from './fold/speed';
import { ledgerStream } from './fold/stream';
import { type Flags, whole } from './support/flags';
import { createRandom } from './support/random';
import { say } from './support/say';
import { median, round } from './support/stats';

export const about =
	'ledger rows into states, against Postgres doing the same; a million permutations against an oracle (3 min)';

/** Rows in memory on both sides: Postgres reads its own buffers, we read objects as a database node hands them over. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		messages: whole(flags, 'messages', 100_000, 2_000_000),
		rounds: whole(flags, 'rounds', 7, 100),
		permutations: whole(flags, 'cases', 1_000_000),
		seed: whole(flags, 'seed', 1),
	};
	const random = createRandom(settings.seed);
	say(`making the rows of ${settings.messages} messages`);
	const rows = ledgerStream(settings.messages, random);
	const postgres = await postgresFold(rows);
	if (!postgres) say('Postgres is not installed here: only our side is measured');
	const speed = await measure(rows, postgres, settings.rounds).finally(
		async () => await postgres?.stop(),
	);
	const home = await measureHome(rows);
	say(`${settings.permutations} random permutations`);
	const checked = countDifferences(settings.permutations, random);
	return {
		events_per_s: speed.ours.events_per_s,
		differences: checked.differences + speed.postgres_differences + (home?.cell_differences ?? 0),
		ratio: round(speed.ours.events_per_s / speed.postgres.events_per_s, 3),
		...speed,
		permutations: checked,
		postgres_home: home ?? 'not installed',
		settings: { ...settings, rows: rows.length },
		versions: { postgres: postgres?.version ?? 'not installed' },
	};
}

async function measure(
	rows: Parameters<typeof foldSeconds>[0],
	postgres: PostgresFold | undefined,
	rounds: number,
) {
	const ours: number[] = [];
	const perCpu: number[] = [];
	const theirs: number[] = [];
	for (let turn = 0; turn <= rounds; turn++) {
		say(turn === 0 ? 'warming up' : `round ${turn}/${rounds}`);
		const { seconds, cpu_seconds } = foldSeconds(rows);
		const peer = postgres && rows.length / (await postgres.measure());
		if (turn === 0) continue;
		ours.push(rows.length / seconds);
		perCpu.push(rows.length / cpu_seconds);
		if (peer) theirs.push(peer);
	}
	say('comparing both results row by row');
	const differences = (await postgres?.differences(rows)) ?? 0;
	const figures = (values: number[]) => ({
		events_per_s: Math.round(median(values)),
		range: [Math.round(Math.min(...values)), Math.round(Math.max(...values))],
	});
	return {
		ours: { ...figures(ours), events_per_cpu_s: Math.round(median(perCpu)) },
		postgres: { ...figures(theirs), load_s: postgres?.load_s },
		postgres_differences: differences,
	};
}
