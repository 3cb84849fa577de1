import type { Agenda } from './agenda';
import { createAgenda } from './agenda';
import type { Clock } from './clock';
import type { Config } from './config';
import { createFaults, type Faults } from './faults';
import { createLimits, type Limits } from './limits';
import { createJournal, type Journal } from './journal';
import { type Settings, patchSettings } from './settings';
import { createStore, type Store } from './store';
import { createOutlet, type Outlet } from './webhooks/post';
import { createQueue, type Queue } from './webhooks/queue';

/** Everything one emulator consists of, handed to whoever needs a part of it. */
export interface World {
	config: Config;
	clock: Clock;
	settings: () => Settings;
	/** Throws a ZodError when the patch is wrong. */
	changeSettings: (patch: Record<string, unknown>) => Settings;
	store: Store;
	agenda: Agenda;
	journal: Journal;
	faults: Faults;
	limits: Limits;
	outlet: Outlet;
	queue: Queue;
}

export function createWorld(config: Config, initial: Settings, clock: Clock): World {
	let settings = initial;
	const world: Omit<World, 'queue'> = {
		config,
		clock,
		settings: () => settings,
		changeSettings: (patch) => {
			settings = patchSettings(settings, patch);
			world.agenda.setSpeed(settings.speed);
			return settings;
		},
		store: createStore(config),
		agenda: createAgenda(clock, initial.speed),
		journal: createJournal(clock),
		faults: createFaults(() => settings.seed),
		limits: createLimits(clock, () => settings),
		outlet: createOutlet(),
	};
	return Object.assign(world, { queue: createQueue(world) });
}
