import { join } from 'node:path';
import { installOnce, writePackageJson } from './installOnce';
import type { NodeRuntime } from './node24';
import { CACHE } from './paths';
import { run } from './run';

/** The n8n this package is tested with; `N8N_VERSION` tries another. */
export const N8N_VERSION = process.env.N8N_VERSION ?? '2.40.7';

/** Installs n8n without its install scripts and builds the one native module it cannot do without. Takes 3-5 minutes once. */
export async function ensureN8n(
	node: NodeRuntime,
	onLine?: (line: string) => void,
): Promise<string> {
	const folder = join(CACHE, `n8n-${N8N_VERSION}`);
	await installOnce(folder, async (target) => {
		writePackageJson(target, 'n8n-runtime');
		const options = { cwd: target, env: node.env, onLine };
		onLine?.(`downloading n8n ${N8N_VERSION} (about 2,300 packages, 2-3 minutes)`);
		await run(
			'npm',
			['install', `n8n@${N8N_VERSION}`, '--ignore-scripts', '--no-audit', '--no-fund'],
			options,
		);
		onLine?.('building the SQLite driver (1-2 minutes)');
		await run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], options);
	});
	return join(folder, 'node_modules', 'n8n');
}
