import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from '../../../scripts/runtime/child';
import { openDoor } from '../../../scripts/runtime/door';
import { startEmulatorProcess } from '../../../scripts/runtime/emulator';
import { startN8n } from '../../../scripts/runtime/n8n';
import { signIn } from '../../../scripts/runtime/n8nApi';
import { ensureN8n } from '../../../scripts/runtime/n8nInstall';
import { ensureNode24 } from '../../../scripts/runtime/node24';
import { installPackage, packPackage } from '../../../scripts/runtime/package';
import { n8nHome, RUNTIME } from '../../../scripts/runtime/paths';
import { freePort } from '../../../scripts/runtime/ports';
import { demoContacts, setUp } from '../../../scripts/runtime/setUp';
import { LOUD, writeState } from './state';

/** People in the contacts table; one in twenty has not opted in. */
export const CONTACTS = 60;

/** One real n8n with the packed package, one emulator, all templates imported: shared by every e2e file. */
export default async function globalSetup(): Promise<void> {
	const started: Child[] = [];
	try {
		await prepare(started);
	} catch (error) {
		// Jest runs no teardown when the set-up fails.
		await Promise.all(started.map(async (child) => await child.stop()));
		throw error;
	}
}

async function prepare(started: Child[]): Promise<void> {
	const say = (text: string) => process.stderr.write(`e2e: ${text}\n`);
	const sayNowAndThen = everyFewSeconds(say);
	const home = n8nHome('e2e');
	rmSync(home, { recursive: true, force: true });

	say('Node 24 and n8n (3-5 minutes the first time)');
	const node = await ensureNode24(sayNowAndThen);
	const program = await ensureN8n(node, sayNowAndThen);
	say('building and packing');
	installPackage(await packPackage(), home);

	const secret = () => randomBytes(16).toString('hex');
	const account = {
		accessToken: `EAAtest${secret()}`,
		appId: '900000000000001',
		appSecret: secret(),
		verifyToken: secret(),
		businessAccountId: '900000000000002',
		phoneNumberId: '900000000000003',
	};
	say('starting the emulator and n8n');
	const emulator = await startEmulatorProcess({
		port: await freePort(),
		log: join(RUNTIME, 'e2e-emulator.log'),
		settings: {
			app_id: account.appId,
			app_secret: account.appSecret,
			access_token: account.accessToken,
			business_account_id: account.businessAccountId,
			phone_number_id: account.phoneNumberId,
		},
	});
	started.push(emulator);
	// Some messages do not arrive and some are never read, as in life.
	await emulator.control('PATCH', 'settings', {
		rates: { delivered: 0.95, read: 0.7, failed: 0.08 },
	});
	const port = await freePort();
	const log = join(RUNTIME, 'e2e-n8n.log');
	rmSync(log, { force: true });
	const door = await openDoor(port);
	const n8n = await startN8n({ node, program, home, port, webhookUrl: door.url, log, env: LOUD });
	started.push(n8n);

	const owner = { email: 'owner@example.com', password: `Test-${secret().slice(0, 12)}` };
	const dashboard = { user: 'dashboard', password: secret() };
	const api = await signIn(n8n.url, owner);
	say('importing the workflow templates');
	const full = { ...account, baseUrl: emulator.url };
	const made = await setUp(api, full, dashboard);
	await (await api.table('wa_contacts')).insert(demoContacts(CONTACTS, Date.now()));
	writeState({
		n8nUrl: n8n.url,
		n8nPid: n8n.pid,
		n8nPort: port,
		doorUrl: door.url,
		emulatorUrl: emulator.url,
		emulatorPid: emulator.pid,
		home,
		log,
		owner,
		account: full,
		dashboard,
		setUp: made,
	});
	say('ready');
}

/** An installation prints thousands of lines; one every ten seconds shows that it goes on. */
function everyFewSeconds(say: (text: string) => void): (line: string) => void {
	let last = 0;
	return (line) => {
		if (Date.now() - last < 10_000) return;
		last = Date.now();
		say(`  ${line.slice(0, 120)}`);
	};
}
