import type { Child } from './child';
import { type N8n, type N8nOptions, startN8n } from './n8n';
import { freePort } from './ports';
import type { PostgresServer } from './postgres';
import type { Redis } from './redis';

/** n8n as one runs it for volume: somebody who answers, somebody who works, and one who keeps the editor. */
export interface QueueMode {
	/** The editor and the API. */
	main: N8n;
	/** Takes webhooks. */
	webhooks: N8n;
	worker: () => N8n;
	/** Kills the worker with -9; `start` gives n8n a new one. */
	killWorker: () => Promise<void>;
	startWorker: () => Promise<void>;
	stop: () => Promise<void>;
}

const CONCURRENCY = '5';

/** A run whose worker died fails within 20 s, where n8n by itself takes a minute or more; its caller waits that long. */
const NOTICE_DEAD_WORKERS = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * Starts n8n's three kinds of process on loopback with a common database, Redis, home and key. `webhookUrl` is where the
 * world finds its webhooks: something in front of `webhookPort`, or that itself.
 */
export async function startQueueMode(
	options: Omit<N8nOptions, 'port' | 'env'> & {
		webhookPort: number;
		postgres: PostgresServer;
		redis: Redis;
		encryptionKey: string;
		env?: NodeJS.ProcessEnv;
	},
): Promise<QueueMode> {
	const { postgres, redis, encryptionKey, webhookPort, ...common } = options;
	const { host, port: databasePort, user, database } = postgres.connection;
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: host,
		DB_POSTGRESDB_PORT: String(databasePort),
		DB_POSTGRESDB_USER: user,
		DB_POSTGRESDB_DATABASE: database,
		DB_POSTGRESDB_POOL_SIZE: '5',
		N8N_ENCRYPTION_KEY: encryptionKey,
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		...NOTICE_DEAD_WORKERS,
		...options.env,
	};
	const started: Child[] = [];
	const start = async (args: string[], port: number) => {
		const health = { QUEUE_HEALTH_CHECK_PORT: String(port) };
		const one = await startN8n({ ...common, args, port, env: { ...env, ...health } });
		started.push(one);
		return one;
	};
	const stop = async () => {
		for (const one of started.reverse()) await one.stop();
	};
	try {
		const main = await start(['start'], await freePort());
		const startWorker = async () =>
			await start(['worker', `--concurrency=${CONCURRENCY}`], await freePort());
		// The main process has made the tables, so the others can start together.
		const [webhooks, first] = await Promise.all([start(['webhook'], webhookPort), startWorker()]);
		let worker = first;
		return {
			main,
			webhooks,
			worker: () => worker,
			killWorker: async () => await worker.kill(),
			startWorker: async () => {
				worker = await startWorker();
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
