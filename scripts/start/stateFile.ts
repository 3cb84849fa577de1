import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUNTIME } from '../runtime/paths';
import { Problem } from '../runtime/problem';

export const STATE = join(RUNTIME, 'state.json');

interface State {
	n8nUrl: string;
	pids: Record<string, number>;
}

let isOurs = false;

/** Says where everything is, for people and for programs that drive it. Holds secrets of the demo, so only you may read it. */
export function writeState<T extends State>(state: T): void {
	isOurs = true;
	mkdirSync(RUNTIME, { recursive: true });
	writeFileSync(STATE, JSON.stringify(state, null, 2), { mode: 0o600 });
}

/** Removes what this process wrote; never that of another start. */
export function forgetState(): void {
	if (isOurs) rmSync(STATE, { force: true });
}

/** Throws a `Problem` when it is running already. A state left behind by a crash does not count. */
export function refuseSecondStart(): void {
	if (!existsSync(STATE)) return;
	const { pids, n8nUrl } = JSON.parse(readFileSync(STATE, 'utf8')) as State;
	if (!isAlive(pids.start)) return;
	throw new Problem(
		`It is running already: ${n8nUrl}`,
		'Stop it with Ctrl-C in the window where it was started.',
	);
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
