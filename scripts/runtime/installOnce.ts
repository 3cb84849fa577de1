import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Runs an installation at most once. It happens beside its final place and is moved there when it is whole, so an
 * interrupted one leaves nothing that looks finished.
 */
export async function installOnce(
	folder: string,
	install: (target: string) => Promise<void>,
): Promise<void> {
	if (existsSync(folder)) return;
	const partial = `${folder}.partial`;
	rmSync(partial, { recursive: true, force: true });
	mkdirSync(partial, { recursive: true });
	await install(partial);
	mkdirSync(dirname(folder), { recursive: true });
	renameSync(partial, folder);
}

/** Gives npm a project to install into, so that it does not look for one further up. */
export function writePackageJson(folder: string, name: string): void {
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true }));
}
