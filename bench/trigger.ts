import { type Flags, whole } from './support/flags';
import { type N8nPair, startPair } from './support/n8nPair';
import { N8N_VERSION } from '../scripts/runtime/n8nInstall';
import { say } from './support/say';
import { median, round } from './support/stats';
import { measureFloor, measureThroughput, type Sample } from './trigger/measure';

export const about =
	'status events a second into a Data Table, against the built-in WhatsApp Trigger in the same n8n (12 min)';

const CONNECTIONS = 100;
const PER_CALL = [1, 20] as const;

type Samples = Record<'ours' | 'builtin', Record<(typeof PER_CALL)[number], Sample[]>>;

/** Ours answers 200 when the run succeeded; the built-in one can only answer when the call is stored. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		rounds: whole(flags, 'rounds', 3, 50),
		seconds: whole(flags, 'seconds', 12, 600),
		table_rows: whole(flags, 'rows', 10_000, 500_000),
		connections: CONNECTIONS,
		acknowledge: { ours: 'when processed', builtin: 'when stored (it offers nothing else)' },
	};
	const pair = await startPair({ rows: settings.table_rows, packed: flags.packed });
	try {
		const lazy = await measure(pair, settings, 'lazy engine');
		await pair.restart({ N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'false' });
		const eager = await measure(pair, settings, 'without the lazy engine');
		return {
			...lazy.single,
			twenty_per_call: lazy.twenty,
			eager: { ...eager.single, twenty_per_call: eager.twenty },
			refused_hosts: pair.refused(),
			settings,
			versions: { n8n: N8N_VERSION },
		};
	} finally {
		await pair.stop();
	}
}

async function measure(
	pair: N8nPair,
	{ rounds, seconds }: { rounds: number; seconds: number },
	engine: string,
) {
	const samples: Samples = { ours: { 1: [], 20: [] }, builtin: { 1: [], 20: [] } };
	const floors: number[] = [];
	for (let turn = 0; turn <= rounds; turn++) {
		for (const perCall of PER_CALL) {
			for (const side of [pair.ours, pair.builtin]) {
				const options = {
					seconds: turn === 0 ? 3 : seconds,
					connections: turn === 0 ? 10 : CONNECTIONS,
					perCall,
				};
				const sample = await measureThroughput(pair, side, options);
				const what = `${engine}, ${turn === 0 ? 'warming up' : `round ${turn}/${rounds}`}`;
				say(`${what}, ${perCall} a call, ${side.name}: ${sample.events_per_s}/s`);
				if (turn > 0) samples[side.name][perCall].push(sample);
			}
		}
		if (turn === 0) continue;
		floors.push(await measureFloor(pair, { seconds, connections: CONNECTIONS }));
		say(`${engine}, calls that need no run: ${floors[turn - 1]}/s`);
	}
	const calls_without_run_per_s = round(median(floors));
	return {
		single: { ...compared(samples, 1), calls_without_run_per_s },
		twenty: compared(samples, 20),
	};
}

function compared(samples: Samples, perCall: (typeof PER_CALL)[number]) {
	const ours = samples.ours[perCall];
	const builtin = samples.builtin[perCall];
	const speed = (side: Sample[]) => median(side.map(({ events_per_s }) => events_per_s));
	const sum = (pick: (sample: Sample) => number) =>
		ours.reduce((total, sample) => total + pick(sample), 0);
	return {
		ours_per_s: round(speed(ours)),
		builtin_per_s: round(speed(builtin)),
		ratio: round(speed(ours) / speed(builtin), 3),
		executions_per_1000: round((sum((one) => one.executions) * 1000) / sum((one) => one.stored), 3),
		samples: { ours, builtin },
	};
}
