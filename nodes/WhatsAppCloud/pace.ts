import type { INode } from 'n8n-workflow';
import { createLimiter, DEFAULT_PER_SECOND, type Limiter } from '../../core/campaign/limiter';
import { createPairPacer, type PairPacer } from '../../core/campaign/pairPacer';
import { clock } from '../shared/clock';

/** A conversation may need several messages at once; Meta lends 45 to one person and takes them back by waiting. */
const BURST_TO_ONE_PERSON = 30;

interface Pace {
	limiter: Limiter;
	pairs: PairPacer;
}

/** Meta counts per number, so all executions of this process that send from one number share its pace. */
const paces = new Map<string, Pace>();

/** The shared pace of a number. The execution that sends last decides how many messages a second it is. */
export function paceOf(phoneNumberId: string, perSecond: number): Pace {
	const known = paces.get(phoneNumberId);
	if (known) {
		known.limiter.setLimit(perSecond);
		return known;
	}
	const pace = {
		limiter: createLimiter({ perSecond, clock }),
		pairs: createPairPacer({ clock, burst: BURST_TO_ONE_PERSON }),
	};
	paces.set(phoneNumberId, pace);
	return pace;
}

/** Whole files are in memory meanwhile, of up to 100 MB each. */
const WITH_FILES = 8;

/**
 * How many messages of one execution may be under way at once: enough to keep up the pace when Meta takes half a second
 * for each. Read as it stands in the node; where it is an expression, as for the default pace.
 */
export function concurrencyOf({ parameters: { options, resource, source } }: INode): number {
	if (resource === 'media' || source === 'binary') return WITH_FILES;
	// What is set up or changed happens in the order of the items; Meta allows 200 such calls an hour anyway.
	if (typeof resource === 'string' && resource !== 'message') return 1;
	const isObject = typeof options === 'object' && options !== null;
	const given: unknown = isObject && 'messagesPerSecond' in options && options.messagesPerSecond;
	const perSecond = typeof given === 'number' ? given : DEFAULT_PER_SECOND;
	return Math.min(Math.max(Math.ceil(perSecond / 2), 8), 400);
}
