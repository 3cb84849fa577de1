import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import { type Child, startChild, waitUntil } from './child';
import type { NodeRuntime } from './node24';
import { freePort } from './ports';

export interface N8nOptions {
	node: NodeRuntime;
	/** Folder of the installed `n8n` package. */
	program: string;
	/** N8N_USER_FOLDER: database, settings and community nodes. */
	home: string;
	port: number;
	/** Where the world finds its webhooks, when there is a door in front of it. */
	webhookUrl?: string;
	log: string;
	/** Which of n8n's processes, with its options; `start` when left out. */
	args?: string[];
	env?: NodeJS.ProcessEnv;
}

export interface N8n extends Child {
	url: string;
}

/** Starts n8n on loopback and waits until it takes requests (10-30 s). */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const { port, home, node } = options;
	mkdirSync(join(home, '.n8n'), { recursive: true });
	const url = `http://127.0.0.1:${port}`;
	const { args = ['start'] } = options;
	const child = startChild(node.binary, [join(options.program, 'bin', 'n8n'), ...args], {
		cwd: home,
		log: options.log,
		env: {
			HOME: home,
			...node.env,
			N8N_USER_FOLDER: home,
			N8N_PORT: String(port),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_HOST: '127.0.0.1',
			N8N_WEBHOOK_URL: options.webhookUrl ?? url,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_SECURE_COOKIE: 'false',
			N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
			...QUIET,
			...options.env,
		},
	});
	const ready = async () => (await axios.get(`${url}/healthz/readiness`)).status === 200;
	await waitUntil('n8n', ready, { timeoutMs: 180_000, child });
	return { ...child, url };
}

/** Nothing leaves the machine but what workflows send. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_LOG_LEVEL: 'warn',
	NO_COLOR: '1',
};
