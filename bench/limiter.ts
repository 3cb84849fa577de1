import { contenders, type Contender } from './limiter/contenders';
import { judge, type Verdict } from './limiter/judge';
import { pace, stall } from './limiter/pace';
import { type Flags, whole } from './support/flags';
import { PEERS } from './support/peers';
import { createRandom, type Random } from './support/random';
import { say } from './support/say';
import { median, round } from './support/stats';

export const about =
	'exact pacing and how much of the limit is used, against p-throttle, bottleneck, rate-limiter-flexible (6 min)';

const LIMITS = [20, 80, 1000];

/** Real time, one contender at a time, all of them in every round. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		limits: LIMITS,
		rounds: whole(flags, 'rounds', 3, 50),
		busy_s: whole(flags, 'seconds', 6, 600),
		send_ms: '60-120',
		seed: whole(flags, 'seed', 1),
	};
	const random = createRandom(settings.seed);
	const all = await contenders();
	const verdicts: Record<string, Verdict[]> = {};
	for (let turn = 1; turn <= settings.rounds; turn++) {
		for (const limit of LIMITS) {
			for (const contender of all) {
				say(`round ${turn}/${settings.rounds}, ${limit}/s: ${contender.name}`);
				const verdict = await measure(contender, limit, settings.busy_s, random);
				(verdicts[`${contender.name} @${limit}`] ??= []).push(verdict);
			}
		}
	}
	const sides = all.map(({ name }) => [
		name,
		Object.fromEntries(LIMITS.map((limit) => [limit, summed(verdicts[`${name} @${limit}`])])),
	]);
	const shares = LIMITS.map((limit) => summed(verdicts[`ours @${limit}`]).used_share);
	return {
		violations: total(LIMITS.map((limit) => summed(verdicts[`ours @${limit}`]).violations)),
		used_share: Math.min(...shares),
		sides: Object.fromEntries(sides) as unknown,
		stalled: await stalled(all[0], settings.busy_s, random),
		settings,
		versions: PEERS,
	};
}

async function measure(contender: Contender, limit: number, seconds: number, random: Random) {
	return judge(await pace(contender, limit, seconds * 1000, random), limit, seconds * 1000);
}

/** Ours once more in a process that is blocked for 10-150 ms about twice a second. */
async function stalled(ours: Contender, seconds: number, random: Random) {
	const found: Record<number, Verdict> = {};
	const stop = stall(random);
	for (const limit of LIMITS) {
		say(`blocked now and then, ${limit}/s: ours`);
		found[limit] = summed([await measure(ours, limit, seconds, random)]);
	}
	stop();
	return found;
}

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

/** Violations of all rounds together, the worst window of any, the median share. */
function summed(rounds: Verdict[]): Verdict {
	return {
		violations: total(rounds.map(({ violations }) => violations)),
		worst: Math.max(...rounds.map(({ worst }) => worst)),
		worst_100ms: Math.max(...rounds.map((one) => one.worst_100ms)),
		used_share: round(median(rounds.map(({ used_share }) => used_share))),
	};
}
