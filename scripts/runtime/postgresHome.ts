import type { N8nApi } from './n8nApi';
import type { SetUp } from './setUp';

export interface PostgresConnection {
	host: string;
	port: number;
	user: string;
	database: string;
	password?: string;
}

/**
 * Does what the guide asks a user to do who wants the ledger in Postgres: makes the credential, chooses it in the
 * imported Postgres workflows, and runs their set-up. Publishes nothing.
 */
export async function setUpPostgres(
	api: N8nApi,
	{ workflows }: SetUp,
	connection: PostgresConnection,
): Promise<void> {
	const made = await api.createCredential('Ledger in Postgres', 'postgres', {
		password: '',
		maxConnections: 10,
		allowUnauthorizedCerts: false,
		ssl: 'disable',
		sshTunnel: false,
		...connection,
	});
	const postgres = { id: made.id, name: made.name };
	for (const [name, id] of Object.entries(workflows)) {
		if (!name.startsWith('postgres-')) continue;
		const workflow = await api.workflow(id);
		const nodes = workflow.nodes.map((node) =>
			node.type === 'n8n-nodes-base.postgres' ? { ...node, credentials: { postgres } } : node,
		);
		await api.updateWorkflow(id, { ...workflow, nodes });
	}
	const run = await api.run(workflows['postgres-set-up'], 'Start here');
	if (run.status !== 'success')
		throw new Error(`The Postgres set-up did not succeed: ${run.error}`);
}
