import { pause } from '../../core/campaign/cancelled';
import { GraphError, NoAnswerError } from '../../core/graph/error';
import type { Services } from '../shared/operation';

const PAUSES = [1000, 3000];

const mayRepeat = (error: unknown) =>
	error instanceof NoAnswerError ||
	(error instanceof GraphError && ['retry', 'slowDown'].includes(error.action));

/**
 * Asks for what may be asked twice without harm: reading, or uploading a file nobody has seen yet. A message that waited
 * for it was never sent, so silence is told as such.
 */
export async function patiently<T>(
	{ clock, signal }: Pick<Services, 'clock' | 'signal'>,
	ask: () => Promise<T>,
): Promise<T> {
	for (let tries = 0; ; tries++) {
		try {
			return await ask();
		} catch (error) {
			if (tries < PAUSES.length && mayRepeat(error)) {
				await pause(clock, PAUSES[tries], signal);
				continue;
			}
			const final =
				error instanceof NoAnswerError ? new NoAnswerError(error.message, false) : error;
			return await Promise.reject(final);
		}
	}
}
