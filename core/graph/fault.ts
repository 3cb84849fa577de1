import { InputError } from '../input';
import type { Action } from './catalogue';
import { GraphError, NoAnswerError } from './error';

/** Why an item did not go through, in the words a send result and the ledger use. */
export interface Fault {
	/** `unknown`: it may have happened all the same. */
	status: 'failed' | 'unknown';
	/** Meta's code as text; `no_answer`, `no_connection` or `input` where Meta said nothing. */
	code: string;
	action: Action;
	reason: string;
	next_step: string;
	/** Meta's own words about this case, or the network's code. */
	details: string;
	fbtrace_id: string;
}

const empty = { details: '', fbtrace_id: '' };

/** Tells any thrown value as a fault. Never throws. */
export function toFault(error: unknown): Fault {
	if (error instanceof GraphError) {
		return {
			status: 'failed',
			code: `${error.code}`,
			action: error.action,
			reason: error.reason,
			next_step: error.nextStep,
			details: error.userMessage || error.details,
			fbtrace_id: error.fbtraceId,
		};
	}
	if (error instanceof NoAnswerError) {
		return {
			...empty,
			code: error.mayHaveArrived ? 'no_answer' : 'no_connection',
			status: error.mayHaveArrived ? 'unknown' : 'failed',
			action: error.mayHaveArrived ? 'unknown' : 'retry',
			reason: error.message,
			next_step: error.nextStep,
			details: error.networkCode,
		};
	}
	const reason = error instanceof Error ? error.message : String(error);
	const isInput = error instanceof InputError;
	return {
		...empty,
		code: isInput ? 'input' : '',
		status: 'failed',
		action: isInput ? 'fixRequest' : 'unknown',
		reason,
		next_step: 'Nothing was sent for this item. Correct it and run the item again.',
	};
}
