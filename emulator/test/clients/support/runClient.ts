import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Emulator } from '../../../index';

export interface Step {
	step: string;
	ok: boolean;
	error?: string;
}

/**
 * Runs a script that uses somebody else's client, in a process of its own: the clients are ES modules, and this way
 * nothing is transformed on their way in. Returns what became of each step.
 */
export async function runClient(script: string, { url, config }: Emulator): Promise<Step[]> {
	const child = spawn(process.execPath, [join(__dirname, '..', `${script}.mjs`)], {
		env: { ...process.env, NODE_OPTIONS: '', EMULATOR: JSON.stringify({ url, ...config }) },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let complaints = '';
	child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
	const code = await new Promise((resolve) => child.on('close', resolve));
	if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${complaints}`);
	return out
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Step);
}
