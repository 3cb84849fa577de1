import { N8N_VERSION } from '../scripts/runtime/n8nInstall';
import { measureSend, type SendFigures } from './send/measure';
import { builtinSends, oursSends, PEOPLE_TABLE } from './send/workflows';
import { type Flags, whole } from './support/flags';
import { type N8nPair, startPair } from './support/n8nPair';
import { say } from './support/say';

export const about =
	'sending through a real n8n and TLS at 80 a second, against the built-in WhatsApp node (4 min)';

const LIMIT = 80;
/** More than anybody reaches: the limiter is there and never waits. */
const UNPACED = 1000;

/** One text to each of many people. Both nodes use the same proxy, certificate and emulator; 100 ms latency. */
export async function run(flags: Flags): Promise<Record<string, unknown>> {
	const settings = {
		limit_per_s: LIMIT,
		latency_ms: whole(flags, 'latency', 100, 10_000),
		people_paced: LIMIT * whole(flags, 'seconds', 30, 600),
		people_unpaced: whole(flags, 'people', 1000, 20_000),
		rounds: whole(flags, 'rounds', 2, 20),
	};
	const pair = await startPair({ rows: 0, packed: flags.packed, receive: false });
	try {
		const sides = await prepare(pair, Math.max(settings.people_paced, settings.people_unpaced));
		const samples: Record<string, SendFigures[]> = {};
		const measure = async (name: string, paced: boolean, workflow: Make) => {
			const people = paced ? settings.people_paced : settings.people_unpaced;
			await emulate(pair, paced ? LIMIT : 0, settings.latency_ms);
			const round = (samples[name] ??= []);
			const path = `${name}-${round.length}`.replaceAll('_', '-');
			const figures = await measureSend(pair, workflow(path, people), { people, limit: LIMIT });
			say(`${name}: ${figures.accepted_per_s}/s accepted, ${figures.rejected} rejected`);
			round.push(figures);
		};
		for (let turn = 1; turn <= settings.rounds; turn++) {
			await measure('ours', true, sides.ours(LIMIT));
			await measure('builtin', true, sides.builtin);
			await measure('ours_unpaced', false, sides.ours(UNPACED));
			await measure('builtin_unpaced', false, sides.builtin);
		}
		const worst = (name: string, pick: (one: SendFigures) => number, of: typeof Math.max) =>
			of(...samples[name].map(pick));
		return {
			accepted_per_s: worst('ours', (one) => one.accepted_per_s, Math.min),
			rejected: worst('ours', (one) => one.rejected, Math.max),
			cpu_share: worst('ours', (one) => one.cpu_share, Math.max),
			builtin_rejected: worst('builtin', (one) => one.rejected, Math.min),
			unpaced_per_s: worst('ours_unpaced', (one) => one.accepted_per_s, Math.max),
			builtin_unpaced_per_s: worst('builtin_unpaced', (one) => one.accepted_per_s, Math.max),
			samples,
			settings,
			versions: { n8n: N8N_VERSION },
		};
	} finally {
		await pair.stop();
	}
}

type Make = (path: string, people: number) => Parameters<typeof measureSend>[1];

/** A table of people and both credentials; ours leads to Meta's own address, so that it takes the same road. */
async function prepare(pair: N8nPair, people: number) {
	const api = pair.api();
	const project = (await api.call<{ id: string }>('GET', '/projects/personal')).id;
	await api.call('POST', `/projects/${project}/data-tables`, {
		name: PEOPLE_TABLE,
		columns: [{ name: 'phone', type: 'string' }],
	});
	const table = await api.table(PEOPLE_TABLE);
	const rows = Array.from({ length: people }, (_, i) => ({ phone: `1555${2_000_000 + i}` }));
	for (let begin = 0; begin < rows.length; begin += 1000)
		await table.insert(rows.slice(begin, begin + 1000));
	const { accessToken, businessAccountId, phoneNumberId } = pair.account;
	const token = { accessToken, businessAccountId };
	const builtin = await api.createCredential('WhatsApp', 'whatsAppApi', token);
	const ours = await api.createCredential('WhatsApp over TLS', 'whatsAppCloudApi', {
		graphVersion: 'v25.0',
		privacyKey: '',
		allowedHttpRequestDomains: 'all',
		...pair.account,
		baseUrl: 'https://graph.facebook.com',
	});
	return {
		ours:
			(perSecond: number): Make =>
			(path, count) =>
				oursSends({ path, people: count, phoneNumberId, credential: ours }, perSecond),
		builtin: ((path, count) =>
			builtinSends({ path, people: count, phoneNumberId, credential: builtin })) as Make,
	};
}

async function emulate({ emulator }: N8nPair, throughput: number, latency: number): Promise<void> {
	await emulator.control('POST', 'reset');
	await emulator.control('PATCH', 'settings', {
		throughput,
		latency_ms: latency,
		pair_limit: false,
		enforce_window: false,
	});
}
