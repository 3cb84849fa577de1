import { GraphError } from '../graph/error';

const PAIR_RATE = 131056;

/**
 * Refusals that prove Meta did not take the message: turned away at the door, by a limit or because the service is down.
 * Left out on purpose: 1 and 131000 ("something went wrong"), which do not say how far the message came.
 */
const NOT_TAKEN = new Set([
	2,
	4,
	17,
	32,
	429,
	613,
	80007,
	80008,
	130429,
	131016,
	PAIR_RATE,
	131057,
	133004,
	2494100,
]);

/** Pauses in milliseconds. Meta asks for 4^n seconds after the pair limit; the others are ours. */
const PAIR_PAUSES = [4000, 16_000, 64_000];
const PAUSES = [1000, 2000, 4000, 8000];

const wasNotTaken = ({ code, subcode = 0 }: GraphError) =>
	NOT_TAKEN.has(code) || NOT_TAKEN.has(subcode);

/**
 * How long to wait before the next try, in milliseconds; `undefined` when this refusal must not be repeated, or when all
 * tries are used up. `tries` counts those already made. `random` (0 to 1) adds up to half, so that many senders part.
 */
export function pauseBeforeRetry(
	error: GraphError,
	tries: number,
	random: () => number,
): number | undefined {
	if (!wasNotTaken(error)) return undefined;
	const pauses = error.code === PAIR_RATE ? PAIR_PAUSES : PAUSES;
	const pause = pauses[tries - 1];
	return pause === undefined ? undefined : Math.round(pause * (1 + random() / 2));
}

/** True when everybody who sends from this number should slow down, not only this one message. */
export const concernsTheNumber = (error: GraphError) =>
	error.action === 'slowDown' && error.code !== PAIR_RATE;
