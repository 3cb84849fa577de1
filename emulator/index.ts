import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from './clock';
import { type Config, configSchema } from './config';
import { type Control, createControl } from './control/index';
import { buildServer } from './server';
import { type SettingsPatch, settingsSchema } from './settings';
import { createWorld } from './world';

export { manualClock, systemClock } from './clock';
export type { Clock } from './clock';
export type { Config } from './config';
export type { Control } from './control/index';
export type { EmulatorRecord } from './control/record';
export { lifelike } from './settings';
export type { Settings } from './settings';

export type EmulatorOptions = Partial<Config> &
	SettingsPatch & {
		/** 0, the default, takes any free port. */
		port?: number;
		/** Loopback only. */
		host?: '127.0.0.1' | '::1' | 'localhost';
		clock?: Clock;
	};

export interface Emulator {
	/** What a client uses instead of `https://graph.facebook.com`. */
	url: string;
	port: number;
	config: Config;
	control: Control;
	close: () => Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * Starts an emulator of its own. Several can run side by side. Throws when an option is wrong, the host is not
 * loopback, or the port is taken.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const { port = 0, host = '127.0.0.1', clock = systemClock, ...rest } = options;
	if (!LOOPBACK.includes(host))
		throw new Error(`The emulator listens on loopback only, not on ${host}`);
	const config = configSchema.parse(pickKeys(rest, Object.keys(configSchema.shape)));
	const settings = settingsSchema.parse(
		pickKeys(rest, Object.keys(rest), Object.keys(configSchema.shape)),
	);
	const world = createWorld(config, settings, clock);
	const control = createControl(world);
	const server = await buildServer(world, control);
	await server.listen({ port, host });
	const address = server.server.address() as AddressInfo;
	return {
		url: `http://${host === '::1' ? '[::1]' : host}:${address.port}`,
		port: address.port,
		config,
		control,
		close: async () => {
			world.journal.close();
			world.agenda.clear();
			world.queue.reset();
			world.outlet.close();
			await server.close();
		},
	};
}

function pickKeys(from: object, names: string[], except: string[] = []): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(from).filter(
			([name, value]) => names.includes(name) && !except.includes(name) && value !== undefined,
		),
	);
}
