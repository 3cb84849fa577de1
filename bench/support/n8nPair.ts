import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_COLUMNS } from '../../core/ledger/row';
import { type EmulatorProcess, startEmulatorProcess } from '../../scripts/runtime/emulator';
import { type N8n, startN8n } from '../../scripts/runtime/n8n';
import { type N8nApi, signIn } from '../../scripts/runtime/n8nApi';
import { ensureN8n } from '../../scripts/runtime/n8nInstall';
import { ensureNode24 } from '../../scripts/runtime/node24';
import { installPackage, packPackage } from '../../scripts/runtime/package';
import { n8nHome, RUNTIME } from '../../scripts/runtime/paths';
import { freePort } from '../../scripts/runtime/ports';
import { setUp, type WhatsAppAccount } from '../../scripts/runtime/setUp';
import { ledgerStream } from '../fold/stream';
import { builtinReceiver, probeWorkflow } from './builtin';
import { patiently } from './patiently';
import { startProxy } from './proxy';
import { createRandom } from './random';
import { say } from './say';
import { type SendCall, startTerminator } from './terminator';
import { certify } from './tls';

const HOST = 'graph.facebook.com';
const BUILTIN_TABLE = 'bench_builtin';

/** One of the two receivers. */
export interface Side {
	name: 'ours' | 'builtin';
	/** Production address of its trigger. */
	url: string;
	/** Rows in its table. */
	rows: () => Promise<number>;
}

export interface N8nPair {
	account: WhatsAppAccount;
	emulator: EmulatorProcess;
	api: () => N8nApi;
	n8n: () => N8n;
	ours: Side;
	builtin: Side;
	/** How many executions n8n has begun so far. */
	executions: () => Promise<number>;
	/** Starts n8n again on the same data, with other settings. */
	restart: (env: NodeJS.ProcessEnv) => Promise<void>;
	/** Every message somebody asked to send through the TLS terminator; may be emptied. */
	sends: SendCall[];
	/** What the proxy turned away: hosts n8n wanted besides Meta's. */
	refused: () => string[];
	stop: () => Promise<void>;
}

/**
 * A real n8n with our packed package and the shipped workflows beside the same thing made from n8n's own WhatsApp nodes,
 * unmodified, each with a table of `rows` rows; the emulator is Meta for both. `packed` is an unpacked package to use
 * instead of building one.
 */
export async function startPair(options: {
	rows: number;
	packed?: string;
	/** Publishes both receivers (default). */
	receive?: boolean;
	env?: NodeJS.ProcessEnv;
}): Promise<N8nPair> {
	const stops: Array<() => Promise<unknown>> = [];
	const stop = async () => {
		for (const one of stops.splice(0).reverse()) await one();
	};
	try {
		return await build(options, stops, stop);
	} catch (error) {
		await stop();
		throw error;
	}
}

async function build(
	options: Parameters<typeof startPair>[0],
	stops: Array<() => Promise<unknown>>,
	stop: () => Promise<void>,
): Promise<N8nPair> {
	const home = n8nHome('bench');
	rmSync(home, { recursive: true, force: true });
	const node = await ensureNode24(say);
	const program = await ensureN8n(node, say);
	if (!options.packed) say('building and packing');
	installPackage(options.packed ?? (await packPackage()), home);

	say('starting the emulator, the proxy and n8n');
	const identity = makeIdentity();
	const emulator = await startEmulatorProcess({
		port: await freePort(),
		log: join(RUNTIME, 'bench-emulator.log'),
		settings: {
			app_id: identity.appId,
			app_secret: identity.appSecret,
			access_token: identity.accessToken,
			business_account_id: identity.businessAccountId,
			phone_number_id: identity.phoneNumberId,
		},
	});
	stops.push(async () => await emulator.stop());
	const certificate = certify(HOST, join(home, 'tls'));
	const token = `${identity.appId}|${identity.appSecret}`;
	const terminator = await startTerminator(certificate, emulator.url, token);
	stops.push(terminator.close);
	const proxy = await startProxy(HOST, terminator.port);
	stops.push(proxy.close);

	const port = await freePort();
	const boot = async (env: NodeJS.ProcessEnv = {}) =>
		await startN8n({
			...{ node, program, home, port },
			log: join(RUNTIME, 'bench-n8n.log'),
			env: {
				HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
				NO_PROXY: '127.0.0.1,localhost',
				NODE_EXTRA_CA_CERTS: certificate.caFile,
				...env,
			},
		});
	let n8n = await boot(options.env);
	stops.push(async () => await n8n.stop());
	const owner = { email: 'owner@example.com', password: `Bench-${randomBytes(6).toString('hex')}` };
	let api = await signIn(n8n.url, owner);
	const account = { ...identity, baseUrl: emulator.url };

	say('importing workflows, filling tables');
	const made = await setUp(api, account, { user: 'bench', password: owner.password });
	const project = (await api.call<{ id: string }>('GET', '/projects/personal')).id;
	const tables = `/projects/${project}/data-tables`;
	await makeTable(api, tables);
	const ledger = ledgerStream(Math.ceil(options.rows / 4), createRandom(1)).slice(0, options.rows);
	for (const name of ['wa_ledger', BUILTIN_TABLE]) await fill(api, name, ledger);

	const clientId = { clientId: identity.appId, clientSecret: identity.appSecret };
	const oauth = await api.createCredential('WhatsApp app', 'whatsAppTriggerApi', clientId);
	const builtin = await api.createWorkflow(builtinReceiver(BUILTIN_TABLE, oauth));
	const probe = await api.createWorkflow(probeWorkflow());
	if (options.receive !== false) {
		await api.publish(made.workflows['auto-reply']);
		for (const id of [made.workflows.receiver, builtin.id]) await api.publish(id);
	}

	const side = async (name: Side['name'], workflow: string, table: string): Promise<Side> => {
		const { nodes } = await api.workflow(workflow);
		const webhookId = nodes.find((one) => one.webhookId)?.webhookId ?? '';
		return {
			name,
			url: `${n8n.url}/webhook/${webhookId}/webhook`,
			rows: async () => await patiently(async () => await (await api.table(table)).count()),
		};
	};
	return {
		account,
		emulator,
		api: () => api,
		n8n: () => n8n,
		ours: await side('ours', made.workflows.receiver, 'wa_ledger'),
		builtin: await side('builtin', builtin.id, BUILTIN_TABLE),
		executions: async () => await patiently(async () => await lastExecution(api, probe.id)),
		restart: async (env) => {
			await n8n.kill();
			n8n = await boot(env);
			api = await signIn(n8n.url, owner);
		},
		sends: terminator.sends,
		refused: () => [...proxy.refused],
		stop,
	};
}

function makeIdentity() {
	const secret = () => randomBytes(16).toString('hex');
	return {
		accessToken: `EAAbench${secret()}`,
		appId: '900000000000001',
		appSecret: secret(),
		verifyToken: secret(),
		businessAccountId: '900000000000002',
		phoneNumberId: '900000000000003',
	};
}

async function makeTable(api: N8nApi, tables: string): Promise<void> {
	const columns = Object.entries(LEDGER_COLUMNS).map(([name, type]) => ({ name, type }));
	await api.call('POST', tables, { name: BUILTIN_TABLE, columns });
}

async function fill(api: N8nApi, name: string, rows: Array<Record<string, string | number>>) {
	const table = await api.table(name);
	for (let begin = 0; begin < rows.length; begin += 1000)
		await table.insert(rows.slice(begin, begin + 1000));
}

async function lastExecution(api: N8nApi, probe: string): Promise<number> {
	const workflowData = await api.workflow(probe);
	const { executionId } = await api.call<{ executionId: string }>(
		'POST',
		`/workflows/${probe}/run`,
		{ workflowData, startNodes: [], triggerToStartFrom: { name: 'Start' } },
	);
	return Number(executionId);
}
