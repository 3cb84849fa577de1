import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runDemo } from './demo';
import { type Door, openDoor } from './runtime/door';
import { type EmulatorProcess, startEmulatorProcess } from './runtime/emulator';
import { type N8n, startN8n } from './runtime/n8n';
import { type N8nApi, signIn } from './runtime/n8nApi';
import { ensureN8n } from './runtime/n8nInstall';
import { ensureNode24 } from './runtime/node24';
import { installPackage, packPackage } from './runtime/package';
import { RUNTIME } from './runtime/paths';
import { requireFree } from './runtime/ports';
import { explainProblem } from './runtime/problem';
import { progress } from './runtime/progress';
import { demoContacts, publishAll, setUp, type SetUp } from './runtime/setUp';
import { HOME, keep, type Memory, remember } from './start/memory';
import { readOptions, requireNode, type StartOptions } from './start/options';
import { forgetState, refuseSecondStart, STATE, writeState } from './start/stateFile';
import { supervise } from './start/supervise';

/** How long people take, and how often something does not work out, in the demo. */
const LIFELIKE = {
	delays_ms: { sent: [300, 1500], delivered: [500, 5000], read: [2000, 25_000] },
	rates: { delivered: 0.96, read: 0.74, failed: 0.03 },
};

const running: { n8n?: N8n; emulator?: EmulatorProcess } = {};
let stopping = false;

async function main(): Promise<void> {
	const options = readOptions();
	requireNode();
	refuseSecondStart();
	await requireFree(options.port, 'n8n', 'port');
	await requireFree(options.emulatorPort, 'the emulator', 'emulator-port');
	if (options.reset) rmSync(HOME, { recursive: true, force: true });
	const memory = remember(options.emulatorPort);
	// What an interrupted first start left behind would be in the way.
	if (!memory.setUp) rmSync(HOME, { recursive: true, force: true });
	const show = progress();

	const node = await show('Node 24 for n8n', (line) => ensureNode24(line));
	const program = await show('n8n (3-5 minutes the first time)', (line) => ensureN8n(node, line));
	await show('Building and packing the nodes', async () => {
		installPackage(await packPackage(), HOME);
	});
	const emulator = await show('Starting the Cloud API emulator', () => emulate(options, memory));
	running.emulator = emulator;
	const log = join(RUNTIME, 'n8n.log');
	const door = await openDoor(options.port);
	const { port } = options;
	const start = async () =>
		await startN8n({ node, program, home: HOME, port, webhookUrl: door.url, log });
	const n8n = await show('Starting n8n', start);
	const current = Object.assign(running, { n8n });
	const { ownerEmail: email, ownerPassword: password } = memory.secrets;
	const api = await signIn(n8n.url, { email, password });
	const made = await show('Setting up credentials, tables and workflows', () =>
		prepare(api, emulator, memory, options.recipients),
	);
	const webhookUrl = await receiverUrl(api, made, door);
	const tell = ({ url, pid }: N8n) =>
		writeState({
			n8nUrl: url,
			emulatorUrl: emulator.url,
			webhookUrl,
			dashboardUrl: dashboardUrl(n8n),
			...memory.secrets,
			pids: { start: process.pid, n8n: pid, emulator: emulator.pid },
		});
	tell(n8n);
	void supervise(current, start, tell, () => stopping).catch(fail);
	if (!options.headless) {
		await show('Demo campaign, sent by the workflow "Scheduled campaign"', (line) =>
			runDemo(api, emulator, made, line),
		);
	}
	announce(n8n, emulator, memory, options.headless);
}

async function emulate(
	{ emulatorPort, headless }: StartOptions,
	{ secrets }: Memory,
): Promise<EmulatorProcess> {
	const emulator = await startEmulatorProcess({
		port: emulatorPort,
		log: join(RUNTIME, 'emulator.log'),
		settings: {
			app_id: secrets.appId,
			app_secret: secrets.appSecret,
			access_token: secrets.accessToken,
			business_account_id: secrets.businessAccountId,
			phone_number_id: secrets.phoneNumberId,
		},
	});
	if (!headless) await emulator.control('PATCH', 'settings', LIFELIKE);
	return emulator;
}

async function prepare(
	api: N8nApi,
	emulator: EmulatorProcess,
	memory: Memory,
	recipients: number,
): Promise<SetUp> {
	if (memory.setUp) {
		// The emulator begins empty each time: publishing the receiver again tells it where to send webhooks.
		await api.unpublish(memory.setUp.workflows.receiver);
		await publishAll(api, memory.setUp);
		return memory.setUp;
	}
	const { secrets } = memory;
	const made = await setUp(
		api,
		{ ...secrets, baseUrl: emulator.url },
		{ user: secrets.dashboardUser, password: secrets.dashboardPassword },
	);
	const contacts = await api.table('wa_contacts');
	await contacts.insert(demoContacts(recipients, Date.now()));
	await publishAll(api, made);
	memory.setUp = made;
	keep(memory);
	return made;
}

async function receiverUrl(api: N8nApi, made: SetUp, door: Door): Promise<string> {
	const { nodes } = await api.workflow(made.workflows.receiver);
	const trigger = nodes.find(({ type }) => type.endsWith('.whatsAppCloudTrigger'));
	return `${door.url}/webhook/${trigger?.webhookId}/webhook`;
}

const dashboardUrl = (n8n: N8n) => `${n8n.url}/webhook/whatsapp-dashboard`;

function announce(
	n8n: N8n,
	emulator: EmulatorProcess,
	{ secrets }: Memory,
	headless: boolean,
): void {
	console.log(`
Dashboard   ${dashboardUrl(n8n)}
            sign in as ${secrets.dashboardUser} / ${secrets.dashboardPassword}
n8n         ${n8n.url}
            sign in as ${secrets.ownerEmail} / ${secrets.ownerPassword}
Emulator    ${emulator.url}
Phone       ${emulator.url}/_emulator/phone
            write as one of the people, tap the buttons they were sent
State       ${STATE}`);
	if (headless) return;
	console.log('\nThe dashboard is refreshed every minute.');
	console.log('Ctrl-C stops everything; the data stays for next time.');
}

async function stopAll(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	await Promise.all([running.n8n?.stop(), running.emulator?.stop()]);
	forgetState();
	process.exit(code);
}

async function fail(error: unknown): Promise<void> {
	console.error(explainProblem(error));
	await stopAll(1);
}

process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));
main().catch(fail);
