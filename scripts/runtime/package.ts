import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './paths';
import { run } from './run';

/** Builds and packs this package, exactly as it would be published. Returns the unpacked folder. */
export async function packPackage(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-cloud-pack-'));
	await run('npx', ['n8n-node', 'build'], { cwd: ROOT });
	const printed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT });
	const [{ filename }] = JSON.parse(printed.slice(printed.indexOf('['))) as Array<{
		filename: string;
	}>;
	await run('tar', ['-xzf', join(folder, filename), '-C', folder], { cwd: folder });
	return join(folder, 'package');
}

/** Puts an unpacked package where n8n finds community nodes, as its own installer does. */
export function installPackage(unpacked: string, n8nHome: string): string {
	const { name } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as {
		name: string;
	};
	const target = join(n8nHome, '.n8n', 'nodes', 'node_modules', name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	cpSync(unpacked, target, { recursive: true });
	return target;
}
