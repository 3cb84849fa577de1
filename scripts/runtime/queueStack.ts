import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDoor } from './door';
import { type EmulatorProcess, startEmulatorProcess } from './emulator';
import { signIn, type N8nApi } from './n8nApi';
import { ensureN8n } from './n8nInstall';
import { ensureNode24 } from './node24';
import { installPackage } from './package';
import { n8nHome, RUNTIME } from './paths';
import { freePort } from './ports';
import { startPostgresServer } from './postgres';
import { Problem } from './problem';
import { type QueueMode, startQueueMode } from './queueMode';
import { startRedis } from './redis';
import { setUp, type SetUp, type WhatsAppAccount } from './setUp';

/** n8n in queue mode with an emulator of its own, and the shipped receiver at work. */
export interface QueueStack {
	n8n: QueueMode;
	emulator: EmulatorProcess;
	api: N8nApi;
	account: WhatsAppAccount;
	made: SetUp;
	/** Production address of the receiver's trigger, at the webhook process. */
	webhookUrl: string;
	stop: () => Promise<void>;
}

const secret = () => randomBytes(16).toString('hex');

/**
 * Main, webhook process and worker on Postgres and Redis, with the shipped receiver published. `packed` is our unpacked
 * package. Throws Problem where Postgres or Redis is not installed.
 */
export async function startQueueStack(packed: string): Promise<QueueStack> {
	const stops: Array<() => Promise<unknown>> = [];
	const stop = async () => {
		for (const one of stops.splice(0).reverse()) await one();
	};
	try {
		return await build(packed, stops, stop);
	} catch (error) {
		await stop();
		throw error;
	}
}

async function build(
	packed: string,
	stops: Array<() => Promise<unknown>>,
	stop: () => Promise<void>,
): Promise<QueueStack> {
	const home = n8nHome('queue');
	rmSync(home, { recursive: true, force: true });
	installPackage(packed, home);
	const postgres = await startPostgresServer({ fsync: 'off' });
	if (!postgres) {
		throw new Problem('Postgres is not installed.', 'Install it: apt-get install postgresql.');
	}
	stops.push(postgres.stop);
	const redis = await startRedis();
	stops.push(redis.stop);

	const account = {
		accessToken: `EAAqueue${secret()}`,
		appId: '900000000000011',
		appSecret: secret(),
		verifyToken: secret(),
		businessAccountId: '900000000000012',
		phoneNumberId: '900000000000013',
	};
	const emulator = await startEmulatorProcess({
		port: await freePort(),
		log: join(RUNTIME, 'queue-emulator.log'),
		settings: {
			app_id: account.appId,
			app_secret: account.appSecret,
			access_token: account.accessToken,
			business_account_id: account.businessAccountId,
			phone_number_id: account.phoneNumberId,
		},
	});
	stops.push(emulator.stop);
	const node = await ensureNode24();
	const webhookPort = await freePort();
	const door = await openDoor(webhookPort);
	const n8n = await startQueueMode({
		node,
		program: await ensureN8n(node),
		home,
		webhookPort,
		webhookUrl: door.url,
		log: join(RUNTIME, 'queue-n8n.log'),
		postgres,
		redis,
		encryptionKey: secret(),
	});
	stops.push(n8n.stop);

	const api = await signIn(n8n.main.url, {
		email: 'owner@example.com',
		password: `Test-${secret().slice(0, 12)}`,
	});
	const full = { ...account, baseUrl: emulator.url };
	const made = await setUp(api, full, { user: 'dashboard', password: secret() });
	for (const name of ['auto-reply', 'receiver']) await api.publish(made.workflows[name]);
	const { nodes } = await api.workflow(made.workflows.receiver);
	const id = nodes.find(({ type }) => type.endsWith('.whatsAppCloudTrigger'))?.webhookId;
	return {
		n8n,
		emulator,
		api,
		account: full,
		made,
		webhookUrl: `${door.url}/webhook/${id}/webhook`,
		stop,
	};
}
