import { Cancelled, pause } from '../campaign/cancelled';
import type { Limiter } from '../campaign/limiter';
import type { PairPacer } from '../campaign/pairPacer';
import type { Clock } from '../clock';
import type { Graph } from '../graph/client';
import { GraphError } from '../graph/error';
import type { SendOutcome } from './outcome';
import { answeredOutcome, type SendContext, type SendResponse } from './outcomes';
import { concernsTheNumber, pauseBeforeRetry } from './retries';

export interface Delivery {
	graph: Graph;
	limiter: Limiter;
	pairs: PairPacer;
	clock: Clock;
	signal?: AbortSignal;
	/** 0 to 1; spreads retries. */
	random: () => number;
}

/** A message ready to go: the request body, and what its outcome will say about it. */
export interface Prepared {
	phoneNumberId: string;
	edge?: 'messages' | 'marketing_messages';
	body: Record<string, unknown>;
	context: SendContext;
}

/**
 * Sends one message at its turn and tells what Meta answered. Repeats only refusals that prove Meta did not take the
 * message, never silence. Throws GraphError and NoAnswerError as they come, and Cancelled when the run was stopped
 * before anything left.
 */
export async function deliver(message: Prepared, delivery: Delivery): Promise<SendOutcome> {
	const { graph, limiter, pairs, clock, signal } = delivery;
	const { phoneNumberId, edge = 'messages', body, context } = message;
	await pairs.take(context.contact_key ?? '', signal);
	for (let tries = 1; ; tries++) {
		await limiter.take(signal);
		const request = { method: 'POST', path: `/${phoneNumberId}/${edge}`, body } as const;
		try {
			const response = await graph<SendResponse>(request);
			return answeredOutcome(context, response, clock.now());
		} catch (error) {
			if (!(await shouldRepeat(error, tries, delivery))) return await Promise.reject(error);
		}
	}
}

/** Waits as long as the refusal asks for. False when it is the last word, also because the run was stopped meanwhile. */
async function shouldRepeat(
	error: unknown,
	tries: number,
	{ limiter, clock, signal, random }: Delivery,
): Promise<boolean> {
	if (!(error instanceof GraphError)) return false;
	if (concernsTheNumber(error)) limiter.slowDown();
	const wait = pauseBeforeRetry(error, tries, random);
	if (wait === undefined) return false;
	return await pause(clock, wait, signal).then(
		() => true,
		(stopped: unknown) => {
			if (stopped instanceof Cancelled) return false;
			throw stopped;
		},
	);
}
