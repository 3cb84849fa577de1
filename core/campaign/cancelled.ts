import type { Clock } from '../clock';

/** The user stopped the run. Not a fault: whoever waits gives back what is done so far. */
export class Cancelled extends Error {
	override name = 'Cancelled';

	constructor() {
		super('The run was stopped.');
	}
}

/** Waits `ms` milliseconds; rejects with Cancelled as soon as the signal fires, whatever reason it carries. */
export async function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) throw new Cancelled();
	try {
		await clock.sleep(ms, signal);
	} catch (error) {
		throw signal?.aborted ? new Cancelled() : error;
	}
}
