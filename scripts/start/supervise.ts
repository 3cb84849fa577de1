import { setTimeout as wait } from 'node:timers/promises';
import type { N8n } from '../runtime/n8n';

const MOST_RESTARTS = 30;

/**
 * Starts n8n again whenever it ends by itself, as a server's service manager would. Gives up after 30 times.
 * `current` holds the running one, so that stopping everything finds it.
 */
export async function supervise(
	current: { n8n: N8n },
	start: () => Promise<N8n>,
	restarted: (n8n: N8n) => void,
	isStopping: () => boolean,
): Promise<void> {
	for (let restarts = 0; restarts < MOST_RESTARTS; ) {
		await wait(300);
		if (isStopping()) return;
		if (current.n8n.exitCode() === null) continue;
		restarts++;
		console.log(`n8n has ended (its log: ${current.n8n.log}). Starting it again.`);
		current.n8n = await start();
		restarted(current.n8n);
		console.log('n8n is running again.');
	}
	console.log('n8n has ended 30 times and is not started again. Read its log, then run npm start.');
}
