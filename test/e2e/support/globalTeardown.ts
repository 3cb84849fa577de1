import { forgetState, readState } from './state';

/** Stops what the set-up started, and what a test may have restarted. */
export default async function globalTeardown(): Promise<void> {
	const { n8nPid, emulatorPid } = readState();
	for (const pid of [n8nPid, emulatorPid]) {
		try {
			process.kill(pid, 'SIGTERM');
		} catch {
			// It has ended already.
		}
	}
	forgetState();
}
