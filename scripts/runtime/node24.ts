import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installOnce, writePackageJson } from './installOnce';
import { CACHE } from './paths';
import { run } from './run';

/** A Node new enough for n8n. `home` also holds the headers that native modules are built against. */
export interface NodeRuntime {
	binary: string;
	home: string;
	env: NodeJS.ProcessEnv;
}

/**
 * n8n 2.40 needs Node 24. A newer running Node is used as it is; otherwise the binary comes from npm's
 * `node-<platform>-<arch>` package.
 */
export async function ensureNode24(onLine?: (line: string) => void): Promise<NodeRuntime> {
	if (Number(process.versions.node.split('.')[0]) >= 24) {
		return runtimeAt(process.execPath, dirname(dirname(process.execPath)));
	}
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const folder = join(CACHE, 'node-24');
	await installOnce(folder, async (target) => {
		writePackageJson(target, 'node-runtime');
		await run('npm', ['install', `${name}@24`, '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: target,
			onLine,
		});
	});
	const home = join(folder, 'node_modules', name);
	return runtimeAt(join(home, 'bin', 'node'), home);
}

function runtimeAt(binary: string, home: string): NodeRuntime {
	const headers = existsSync(join(home, 'include', 'node')) ? { npm_config_nodedir: home } : {};
	return {
		binary,
		home,
		env: { ...headers, PATH: `${dirname(binary)}:${process.env.PATH ?? ''}` },
	};
}
