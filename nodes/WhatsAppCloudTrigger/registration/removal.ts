import { clock } from '../../shared/clock';

/** n8n sets up a changed trigger right after it has torn down the old one; half a second is much. */
const WAIT_MS = 2_000;

interface Removal {
	run: () => Promise<void>;
	/** Once it has begun. */
	running?: Promise<void>;
}

/** By trigger address and place at Meta. */
const pending = new Map<string, Removal>();

const keyOf = (url: string, place: string) => `${url} ${place}`;

async function finish(key: string, removal: Removal): Promise<void> {
	if (pending.get(key) !== removal) return;
	removal.running ??= removal.run();
	await removal.running;
	if (pending.get(key) === removal) pending.delete(key);
}

/**
 * Removes an address after a moment. When a published workflow is changed and published again, n8n tears its trigger
 * down and sets it up again; if Meta heard of the first half, it would send what happens in between to the app's own
 * callback, or to nobody. `run` never rejects.
 */
export function removeSoon(url: string, place: string, run: () => Promise<void>): void {
	const key = keyOf(url, place);
	const removal: Removal = { run };
	pending.set(key, removal);
	void clock.sleep(WAIT_MS).then(async () => await finish(key, removal));
}

/** Does at once what was going to be removed. */
export async function removeNow(): Promise<void> {
	for (const [key, removal] of [...pending]) await finish(key, removal);
}

/** Before a trigger is set up: what it has at this very place stays, everything else that was to go goes first. */
export async function keepOwn(url: string, place: string): Promise<void> {
	const key = keyOf(url, place);
	if (!pending.get(key)?.running) pending.delete(key);
	await removeNow();
}
