import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../scripts/runtime/child';
import { freePort } from '../../scripts/runtime/ports';
import { requirePeer } from './peers';

export interface Sql {
	query: (text: string, values?: unknown[]) => Promise<{ rows: Array<Record<string, unknown>> }>;
}

type Connection = Sql & { connect: () => Promise<void>; end: () => Promise<void> };

interface Pg {
	Client: new (options: Record<string, unknown>) => Connection;
}

export interface Postgres {
	sql: Sql;
	/** How others may connect; nobody is asked for a password. */
	connection: { host: string; port: number; user: string; database: string };
	version: string;
	stop: () => Promise<void>;
}

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
		['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
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

/** A Postgres of our own in a temporary folder, on loopback; undefined where none is installed. */
export async function startPostgres(
	settings: Record<string, string>,
): Promise<Postgres | undefined> {
	const bin = binaries();
	if (!bin) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-cloud-postgres-'));
	const user = unprivileged();
	if (user) chownSync(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	execFileSync(
		join(bin, 'initdb'),
		['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
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
	const { Client } = await requirePeer<Pg>('pg');
	const connection = { host: '127.0.0.1', port, user: 'bench', database: 'postgres' };
	let client: Connection | undefined;
	await waitUntil(
		'Postgres',
		async () => {
			const next = new Client({ ...connection });
			await next.connect();
			client = next;
			return true;
		},
		{ timeoutMs: 30_000 },
	);
	const sql = client as Connection;
	const { rows } = await sql.query('show server_version');
	return {
		sql,
		connection,
		version: String(rows[0].server_version),
		stop: async () => {
			await sql.end();
			const ended = once(child, 'exit');
			child.kill('SIGINT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
