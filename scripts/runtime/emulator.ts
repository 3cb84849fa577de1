import { join } from 'node:path';
import axios from 'axios';
import { type Child, startChild, waitUntil } from './child';
import { ROOT } from './paths';

export interface EmulatorProcess extends Child {
	url: string;
	/** A call of the emulator's control API, for example `control('POST', 'receive', {...})`. */
	control: <T = Record<string, unknown>>(
		method: string,
		path: string,
		data?: unknown,
	) => Promise<T>;
}

/** Starts the emulator's own command and waits for the line that says where it listens. */
export async function startEmulatorProcess(options: {
	port: number;
	log: string;
	/** Command-line options by name, `app_id` for `--app-id`. */
	settings: Record<string, string | number>;
}): Promise<EmulatorProcess> {
	const args = Object.entries(options.settings).flatMap(([name, value]) => [
		`--${name.replaceAll('_', '-')}`,
		String(value),
	]);
	let url = '';
	const child = startChild(
		process.execPath,
		['--import', 'tsx', join('emulator', 'main.ts'), '--port', String(options.port), ...args],
		{
			cwd: ROOT,
			log: options.log,
			env: process.env,
			onLine: (line) => {
				if (line.startsWith('{')) url ||= (JSON.parse(line) as { url?: string }).url ?? '';
			},
		},
	);
	await waitUntil('The emulator', () => Promise.resolve(url !== ''), { timeoutMs: 60_000, child });
	return { ...child, url, control: controlAt(url) };
}

/** The control API of an emulator that runs at `url`. */
export function controlAt(url: string): EmulatorProcess['control'] {
	const http = axios.create({ baseURL: `${url}/_emulator`, proxy: false, timeout: 180_000 });
	return async <T>(method: string, path: string, data?: unknown) =>
		(await http.request<T>({ method, url: `/${path}`, data })).data;
}
