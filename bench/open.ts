import { createRandom } from './support/random';
import { type Flags, whole } from './support/flags';
import { say } from './support/say';
import { corpusBodies, syntheticBodies } from './webhook/bodies';
import { forge } from './webhook/forge';
import { sign } from './webhook/sign';
import { compareSpeed } from './webhook/speed';
import { openStrange } from './webhook/strange';

export const about =
	'verify, parse and split a webhook, against raw HMAC and JSON.parse; a million forged calls (1 min)';

const SECRET = '0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e';

/** One process, no network: what a webhook costs before n8n comes into it, and what gets in. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		rounds: whole(flags, 'rounds', 7, 1000),
		calls_per_round: whole(flags, 'calls', 50_000),
		forged: whole(flags, 'forged', 1_000_000),
		strange: whole(flags, 'strange', 200_000),
		seed: whole(flags, 'seed', 1),
	};
	const random = createRandom(settings.seed);
	const signed = (bytes: Buffer) => ({ bytes, signature: sign(SECRET, bytes) });
	const synthetic = syntheticBodies(1000, random).map(signed);
	const collected = corpusBodies().map(signed);

	say('single statuses');
	const { rounds, calls_per_round: calls } = settings;
	const single = compareSpeed(SECRET, synthetic, rounds, calls);
	say(collected.length ? 'collected webhooks' : 'collected webhooks: not on this machine, skipped');
	const corpus = collected.length ? compareSpeed(SECRET, collected, rounds, calls) : undefined;
	say(`${settings.forged} forged or mutated calls`);
	const forged = forge(SECRET, [...synthetic, ...collected], settings.forged, random);
	say(`${settings.strange} signed webhooks of odd shapes`);
	const bodies = [...synthetic, ...collected].map(({ bytes }) => bytes);
	const strange = openStrange(SECRET, bodies, settings.strange, random);
	return {
		us_per_webhook: single.ours.us,
		forged_accepted: forged.forged_accepted,
		single_status: single,
		corpus: corpus ?? 'not on this machine',
		forgeries: forged,
		strange,
		settings,
	};
}
