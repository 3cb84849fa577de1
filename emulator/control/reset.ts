import type { World } from '../world';

/** Forgets everything that happened. Settings, subscriptions and callbacks stay as they are. */
export function reset({ agenda, queue, store, faults, limits, journal }: World): { success: true } {
	agenda.clear();
	queue.reset();
	store.reset();
	faults.clear();
	limits.clear();
	journal.clear();
	return { success: true };
}
