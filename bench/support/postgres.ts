import { startPostgresServer, type PostgresServer } from '../../scripts/runtime/postgres';
import { requirePeer } from './peers';

export interface Sql {
	query: (text: string, values?: unknown[]) => Promise<{ rows: Array<Record<string, unknown>> }>;
}

type Connection = Sql & { connect: () => Promise<void>; end: () => Promise<void> };

interface Pg {
	Client: new (options: Record<string, unknown>) => Connection;
}

export interface Postgres extends PostgresServer {
	sql: Sql;
	version: string;
}

/** A Postgres of our own with a connection to it; undefined where none is installed. */
export async function startPostgres(
	settings: Record<string, string>,
): Promise<Postgres | undefined> {
	const server = await startPostgresServer(settings);
	if (!server) return undefined;
	const { Client } = await requirePeer<Pg>('pg');
	const sql = new Client({ ...server.connection });
	await sql.connect();
	const { rows } = await sql.query('show server_version');
	return {
		...server,
		sql,
		version: String(rows[0].server_version),
		stop: async () => {
			await sql.end();
			await server.stop();
		},
	};
}
