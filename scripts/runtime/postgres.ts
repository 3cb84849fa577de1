import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from './child';
import { freePort } from './ports';

/** A database server of our own on loopback. Everybody on this machine may connect as its only user. */
export interface PostgresServer {
	connection: { host: string; port: number; user: string; database: string };
	stop: () => Promise<void>;
}

const USER = 'n8n';

/** Folder of initdb and postgres: Debian's newest, else the one on the path. */
function binaries(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian) : [];
	const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
	const folders = [
		...(newest ? [join(debian, newest, 'bin')] : []),
		...(process.env.PATH ?? '').split(':'),
	];
	return folders.find((folder) =>
		['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(join(folder, name))),
	);
}

/** Postgres refuses to run as root: it runs as the system's own user for it, or as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	for (const name of ['postgres', 'nobody']) {
		try {
			const id = (flag: string) =>
				Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
			return { uid: id('-u'), gid: id('-g') };
		} catch {
			continue;
		}
	}
	return undefined;
}

/** Whether one is installed here. */
export const hasPostgres = (): boolean => binaries() !== undefined;

/** Starts one in a temporary folder, which is removed again at the end; undefined where Postgres is not installed. */
export async function startPostgresServer(
	settings: Record<string, string> = {},
): Promise<PostgresServer | undefined> {
	const bin = binaries();
	if (!bin) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-cloud-postgres-'));
	const user = unprivileged();
	if (user) chownSync(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	execFileSync(
		join(bin, 'initdb'),
		['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C'],
		{ ...user, cwd: folder, stdio: 'ignore' },
	);
	const port = await freePort();
	const options = { ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: folder };
	const set = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...set], {
		...user,
		cwd: folder,
		stdio: 'ignore',
	});
	const where = ['-h', '127.0.0.1', '-p', String(port), '-q'];
	const isReady = async () => {
		execFileSync(join(bin, 'pg_isready'), where);
		return await Promise.resolve(true);
	};
	await waitUntil('Postgres', isReady, { timeoutMs: 30_000 });
	return {
		connection: { host: '127.0.0.1', port, user: USER, database: 'postgres' },
		stop: async () => {
			const ended = once(child, 'exit');
			child.kill('SIGINT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
