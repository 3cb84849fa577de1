import { NoAnswerError } from '../../core/graph/error';
import { neverLeft, networkCode } from '../../core/graph/neverLeft';

/**
 * Turns what n8n's HTTP helper threw into our words. Nothing of the original is kept but its network code: it holds
 * the request with its Authorization header.
 */
export function noAnswer(error: unknown, baseUrl: URL): NoAnswerError {
	const cause = { networkCode: networkCode(error) };
	return neverLeft(error)
		? new NoAnswerError(`No connection to ${baseUrl.host} could be made.`, false, cause)
		: new NoAnswerError(
				`The request to ${baseUrl.host} was sent, but no answer arrived.`,
				true,
				cause,
			);
}
