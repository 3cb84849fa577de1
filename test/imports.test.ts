import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '..');

function sources(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((file) => file.endsWith('.ts') && !file.includes('node_modules'));
}

/** What a file imports: `core`, `nodes` … for our own folders, else the package. */
function imports(file: string): string[] {
	const text = readFileSync(join(ROOT, file), 'utf8');
	const statements = /^(?:import|export)\b[^'"`;]*from\s+['"]([^'"]+)['"]/gm;
	const calls = /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;
	const names = [statements, calls].flatMap((pattern) =>
		[...text.matchAll(pattern)].map(([, name]) => name),
	);
	return names.map((name) =>
		name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)).split('/')[0] : name,
	);
}

function foreign(folder: string, allowed: RegExp): string[] {
	return sources(folder).flatMap((file) =>
		imports(file)
			.filter((name) => !allowed.test(name))
			.map((name) => `${file} imports ${name}`),
	);
}

it('core knows WhatsApp and nothing of n8n', () => {
	expect(sources('core').length).toBeGreaterThan(10);
	expect(foreign('core', /^(core|zod|node:crypto)$/)).toEqual([]);
});

it('nodes and credentials use core and what n8n supplies', () => {
	const allowed = /^(core|nodes|n8n-workflow|zod|lodash|luxon|p-limit|node:crypto)$/;
	expect([...foreign('nodes', allowed), ...foreign('credentials', allowed)]).toEqual([]);
});

it('the emulator imports nothing of ours', () => {
	const own = sources('emulator').flatMap((file) =>
		imports(file)
			.filter((name) => ['core', 'nodes', 'credentials', 'scripts'].includes(name))
			.map((name) => `${file} imports ${name}`),
	);
	expect(own).toEqual([]);
});
