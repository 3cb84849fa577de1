import { type ChildProcess, spawn } from 'node:child_process';
import { Problem } from './problem';

const underWay = new Set<ChildProcess>();

// Whoever stops us in the middle of an installation stops the installation too.
process.on('exit', () => underWay.forEach((child) => child.kill()));

interface RunOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Receives each line the command prints, for a progress display. */
	onLine?: (line: string) => void;
}

/** Runs a command to its end. Rejects with the last lines it printed when it does not succeed. */
export async function run(command: string, args: string[], options: RunOptions): Promise<string> {
	const output: string[] = [];
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	underWay.add(child);
	const collect = (chunk: Buffer) => {
		const text = chunk.toString();
		output.push(text);
		for (const line of text.split('\n')) if (line.trim()) options.onLine?.(line.trim());
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const code = await new Promise<number | null>((done, fail) => {
		child.once('error', fail);
		child.once('close', done);
	}).finally(() => underWay.delete(child));
	const text = output.join('');
	if (code !== 0) {
		const tail = text.trim().split('\n').slice(-15).join('\n');
		throw new Problem(
			`"${command} ${args.join(' ')}" ended with code ${code}:\n${tail}`,
			hint(text),
		);
	}
	return text;
}

function hint(output: string): string {
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(output)) {
		return 'The npm registry could not be reached. Check the network or proxy, then run the same command again.';
	}
	if (/ENOSPC/.test(output))
		return 'The disk is full: free about 3 GB, then run the same command again.';
	if (/gyp|make|g\+\+|python/i.test(output)) {
		return 'A C++ compiler, make and python3 are needed to build sqlite3 (Debian: apt-get install build-essential python3).';
	}
	return 'Read the lines above, mend the cause and run the same command again; finished steps are not repeated.';
}
