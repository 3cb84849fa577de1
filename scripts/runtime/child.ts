import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from './problem';

/** A long-running program of ours, with its output in a log file. */
export interface Child {
	pid: number;
	log: string;
	/** Null while it runs. */
	exitCode: () => number | null;
	/** Asks it to end, then insists after `graceMs`. */
	stop: (graceMs?: number) => Promise<void>;
	/** kill -9. */
	kill: () => Promise<void>;
}

/** Starts a program and follows its output into `log`. */
export function startChild(
	command: string,
	args: string[],
	options: { cwd: string; env: NodeJS.ProcessEnv; log: string; onLine?: (line: string) => void },
): Child {
	mkdirSync(dirname(options.log), { recursive: true });
	const log = createWriteStream(options.log, { flags: 'a' });
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream.pipe(log, { end: false });
		if (options.onLine) forEachLine(stream, options.onLine);
	}
	return {
		pid: child.pid ?? 0,
		log: options.log,
		exitCode: () => child.exitCode ?? (child.signalCode ? 1 : null),
		stop: async (graceMs = 15_000) => await end(child, 'SIGTERM', graceMs),
		kill: async () => await end(child, 'SIGKILL', 0),
	};
}

async function end(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = new Promise<void>((done) => child.once('close', () => done()));
	child.kill(signal);
	if (graceMs > 0) {
		await Promise.race([closed, wait(graceMs, undefined, { ref: false })]);
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
	}
	await closed;
}

function forEachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
	let rest = '';
	stream.on('data', (chunk: Buffer) => {
		const lines = (rest + chunk.toString()).split('\n');
		rest = lines.pop() ?? '';
		lines.forEach(onLine);
	});
}

/** Polls until `ready` holds; a program that has ended, or the time limit, is a `Problem`. */
export async function waitUntil(
	what: string,
	ready: () => Promise<boolean>,
	options: { timeoutMs: number; child?: Child },
): Promise<void> {
	const deadline = Date.now() + options.timeoutMs;
	while (Date.now() < deadline) {
		if (await ready().catch(() => false)) return;
		if (options.child?.exitCode() != null) break;
		await wait(250);
	}
	const log = options.child ? ` Its log: ${options.child.log}` : '';
	const how = options.child?.exitCode() != null ? 'ended before it was ready' : 'is not ready';
	throw new Problem(
		`${what} ${how} after ${options.timeoutMs / 1000} s.`,
		`Read the log and try again.${log}`,
	);
}
