import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { explainProblem, Problem } from '../scripts/runtime/problem';
import type { Bench } from './support/bench';
import { readFlags } from './support/flags';
import { describeMachine } from './support/machine';
import { say } from './support/say';

/** Every other file beside this one is a bench. */
const names = readdirSync(__dirname)
	.filter((file) => file.endsWith('.ts') && file !== 'main.ts')
	.map((file) => file.replace('.ts', ''))
	.sort();

const load = async (name: string) => (await import(`./${name}`)) as Bench;

async function list(): Promise<void> {
	for (const name of names) {
		const { about } = await load(name);
		console.log(`${name.padEnd(17)}${about}`);
	}
}

/** Progress on standard error, one line of JSON on standard output. */
async function main([name, ...rest]: string[]): Promise<void> {
	if (name === undefined) return await list();
	if (!names.includes(name)) {
		throw new Problem(`There is no bench "${name}".`, `Choose one of: ${names.join(', ')}.`);
	}
	const { run } = await load(name);
	const machine = describeMachine();
	if (machine.busy) say(`the machine is busy (load ${String(machine.load_before)})`);
	const startedAt = Date.now();
	const figures = await run(readFlags(rest));
	const line = {
		bench: name,
		...figures,
		machine: { ...machine, load_after: Number(loadavg()[0].toFixed(2)) },
		at: new Date(startedAt).toISOString(),
		took_s: Math.round((Date.now() - startedAt) / 1000),
	};
	console.log(JSON.stringify(line));
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(explainProblem(error));
	process.exitCode = 1;
});
