import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runDemo } from './demo';
import type { Child } from './runtime/child';
import { type EmulatorProcess, startEmulatorProcess } from './runtime/emulator';
import { type N8n, startN8n } from './runtime/n8n';
import { type N8nApi, signIn } from './runtime/n8nApi';
import { ensureN8n } from './runtime/n8nInstall';
import { ensureNode24 } from './runtime/node24';
import { installPackage, packPackage } from './runtime/package';
import { n8nHome, RUNTIME } from './runtime/paths';
import { requireFree } from './runtime/ports';
import { explainProblem, Problem } from './runtime/problem';
import { type Progress, progress } from './runtime/progress';
import { demoContacts, publishAll, setUp, type SetUp } from './runtime/setUp';

const HELP = `npm start -- [options]
  --port N            port of n8n (5678)
  --emulator-port N   port of the Cloud API emulator (8480)
  --recipients N      people in the demo campaign (300)
  --headless          no demo campaign and no hints; for other programs that drive it
  --reset             begin with a new n8n: forget its database
Everything listens on 127.0.0.1 only. Ctrl-C stops all of it.`;

const STATE = join(RUNTIME, 'state.json');
const HOME = n8nHome('start');

/** How long people take, and how often something does not work out, in the demo. */
const LIFELIKE = {
	delays_ms: { sent: [300, 1500], delivered: [500, 5000], read: [2000, 25_000] },
	rates: { delivered: 0.96, read: 0.74, failed: 0.03 },
};

interface Secrets {
	ownerEmail: string;
	ownerPassword: string;
	dashboardUser: string;
	dashboardPassword: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	accessToken: string;
	businessAccountId: string;
	phoneNumberId: string;
}

interface Remembered {
	secrets: Secrets;
	emulatorPort: number;
	setUp?: SetUp;
}

const running: Child[] = [];
let hasState = false;

async function main(): Promise<void> {
	const options = readOptions();
	requireNode();
	refuseSecondStart();
	await requireFree(options.port, 'n8n', 'port');
	await requireFree(options.emulatorPort, 'the emulator', 'emulator-port');
	if (options.reset) rmSync(HOME, { recursive: true, force: true });
	const memory = remember(options.emulatorPort);
	const show = progress();

	const node = await show('Node 24 for n8n', (line) => ensureNode24(line));
	const program = await show('n8n (3-5 minutes the first time)', (line) => ensureN8n(node, line));
	await show('Building and packing the nodes', async () => {
		installPackage(await packPackage(), HOME);
	});
	const emulator = await show('Starting the Cloud API emulator', () => emulate(options, memory));
	const n8n = await show('Starting n8n', () =>
		startN8n({ node, program, home: HOME, port: options.port, log: join(RUNTIME, 'n8n.log') }),
	);
	running.unshift(n8n);
	const { ownerEmail: email, ownerPassword: password } = memory.secrets;
	const api = await signIn(n8n.url, { email, password });
	const made = await show('Setting up credentials, tables and workflows', () =>
		prepare(api, emulator, memory, options.recipients),
	);
	writeState(n8n, emulator, memory, await receiverUrl(api, made, n8n));
	if (!options.headless) await demo(show, api, emulator, made);
	announce(n8n, emulator, memory.secrets, options.headless);
}

function readOptions() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'emulator-port': { type: 'string', default: '8480' },
			recipients: { type: 'string', default: '300' },
			headless: { type: 'boolean', default: false },
			reset: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		process.exit(0);
	}
	const whole = (name: 'port' | 'emulator-port' | 'recipients', most: number) => {
		const value = Number(values[name]);
		if (Number.isInteger(value) && value > 0 && value <= most) return value;
		throw new Problem(
			`--${name} takes a whole number from 1 to ${most}, not "${values[name]}".`,
			HELP,
		);
	};
	return {
		headless: values.headless,
		reset: values.reset,
		port: whole('port', 65535),
		emulatorPort: whole('emulator-port', 65535),
		recipients: whole('recipients', 1000),
	};
}

function requireNode(): void {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 15)) return;
	throw new Problem(
		`This needs Node 20.15 or newer; this is Node ${process.versions.node}.`,
		'Install a current Node from nodejs.org and run the same command again.',
	);
}

function refuseSecondStart(): void {
	if (!existsSync(STATE)) return;
	const { pids, n8nUrl } = JSON.parse(readFileSync(STATE, 'utf8')) as {
		pids: Record<string, number>;
		n8nUrl: string;
	};
	if (!Object.values(pids).some(isAlive)) return;
	throw new Problem(
		`It is running already: ${n8nUrl}`,
		'Stop it with Ctrl-C in the window where it was started.',
	);
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Passwords and tokens of this set-up, made once and kept beside n8n's database. */
function remember(emulatorPort: number): Remembered {
	const file = join(HOME, 'demo.json');
	if (existsSync(file)) {
		const memory = JSON.parse(readFileSync(file, 'utf8')) as Remembered;
		// The credential in n8n holds the emulator's address, so it has to be found there again.
		if (memory.emulatorPort === emulatorPort) return memory;
		throw new Problem(
			`This n8n was set up with the emulator on port ${memory.emulatorPort}.`,
			`Use npm start -- --emulator-port ${memory.emulatorPort}, or --reset to begin anew.`,
		);
	}
	const secret = () => randomBytes(16).toString('hex');
	return {
		emulatorPort,
		secrets: {
			ownerEmail: 'owner@example.com',
			ownerPassword: `Demo-${secret().slice(0, 12)}`,
			dashboardUser: 'dashboard',
			dashboardPassword: secret().slice(0, 12),
			appId: '900000000000001',
			appSecret: secret(),
			verifyToken: secret(),
			accessToken: `EAA${secret()}${secret()}`,
			businessAccountId: '900000000000002',
			phoneNumberId: '900000000000003',
		},
	};
}

function keep(memory: Remembered): void {
	mkdirSync(HOME, { recursive: true });
	writeFileSync(join(HOME, 'demo.json'), JSON.stringify(memory, null, 2), { mode: 0o600 });
}

async function emulate(
	options: { emulatorPort: number; headless: boolean },
	{ secrets }: Remembered,
): Promise<EmulatorProcess> {
	const emulator = await startEmulatorProcess({
		port: options.emulatorPort,
		log: join(RUNTIME, 'emulator.log'),
		settings: {
			app_id: secrets.appId,
			app_secret: secrets.appSecret,
			access_token: secrets.accessToken,
			business_account_id: secrets.businessAccountId,
			phone_number_id: secrets.phoneNumberId,
		},
	});
	running.push(emulator);
	if (!options.headless) await emulator.control('PATCH', 'settings', LIFELIKE);
	return emulator;
}

async function prepare(
	api: N8nApi,
	emulator: EmulatorProcess,
	memory: Remembered,
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

async function receiverUrl(api: N8nApi, made: SetUp, n8n: N8n): Promise<string> {
	const { nodes } = await api.workflow(made.workflows.receiver);
	const trigger = nodes.find(({ type }) => type.endsWith('.whatsAppCloudTrigger'));
	return `${n8n.url}/webhook/${trigger?.webhookId}/webhook`;
}

function writeState(
	n8n: N8n,
	emulator: EmulatorProcess,
	memory: Remembered,
	webhookUrl: string,
): void {
	hasState = true;
	mkdirSync(dirname(STATE), { recursive: true });
	const state = {
		n8nUrl: n8n.url,
		emulatorUrl: emulator.url,
		webhookUrl,
		dashboardUrl: dashboardUrl(n8n),
		...memory.secrets,
		pids: { start: process.pid, n8n: n8n.pid, emulator: emulator.pid },
	};
	writeFileSync(STATE, JSON.stringify(state, null, 2), { mode: 0o600 });
}

const dashboardUrl = (n8n: N8n) => `${n8n.url}/webhook/whatsapp-dashboard`;

async function demo(
	show: Progress,
	api: N8nApi,
	emulator: EmulatorProcess,
	made: SetUp,
): Promise<void> {
	await show('Demo campaign, sent by the workflow "Scheduled campaign"', (line) =>
		runDemo(api, emulator, made, line),
	);
}

function announce(n8n: N8n, emulator: EmulatorProcess, secrets: Secrets, headless: boolean): void {
	console.log(`
Dashboard   ${dashboardUrl(n8n)}
            sign in as ${secrets.dashboardUser} / ${secrets.dashboardPassword}
n8n         ${n8n.url}
            sign in as ${secrets.ownerEmail} / ${secrets.ownerPassword}
Emulator    ${emulator.url}
State       ${STATE}`);
	if (!headless) {
		console.log(
			'\nThe dashboard is refreshed every minute. Ctrl-C stops everything; the data stays for next time.',
		);
	}
}

let stopping = false;
async function stopAll(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	await Promise.all(running.map(async (child) => await child.stop()));
	// It may be somebody else's: a second start is refused while the first one runs.
	if (hasState) rmSync(STATE, { force: true });
	process.exit(code);
}

process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));
main().catch(async (error: unknown) => {
	console.error(explainProblem(error));
	await stopAll(1);
});
