import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce, writePackageJson } from '../../scripts/runtime/installOnce';
import { CACHE } from '../../scripts/runtime/paths';
import { run } from '../../scripts/runtime/run';
import { say } from './say';

/** The libraries we are compared with. They live in the cache, so that nobody who only builds has to install them. */
export const PEERS = {
	bottleneck: '2.19.5',
	echarts: '6.1.0',
	'p-throttle': '8.1.1',
	pg: '8.23.1',
	'rate-limiter-flexible': '11.4.0',
} as const;

const FOLDER = join(CACHE, 'bench-peers-2');

/** Installs them once, without their install scripts. */
export async function ensurePeers(): Promise<void> {
	await installOnce(FOLDER, async (target) => {
		say('installing the libraries to compare with');
		writePackageJson(target, 'bench-peers');
		const wanted = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
		const options = ['--save-exact', '--ignore-scripts', '--no-audit', '--no-fund'];
		await run('npm', ['install', ...wanted, ...options], { cwd: target });
	});
}

/** Loads a CommonJS peer. */
export async function requirePeer<T>(name: keyof typeof PEERS): Promise<T> {
	await ensurePeers();
	return createRequire(join(FOLDER, 'package.json'))(name) as T;
}

/** Loads a peer that is an ES module. */
export async function importPeer<T>(name: keyof typeof PEERS, file: string): Promise<T> {
	await ensurePeers();
	return (await import(pathToFileURL(join(FOLDER, 'node_modules', name, file)).href)) as T;
}
