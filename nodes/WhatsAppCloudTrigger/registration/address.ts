import type { Graph } from '../../../core/graph/client';
import type { TokenFacts } from '../../../core/graph/credential/token';
import type { GraphError } from '../../../core/graph/error';
import type { Account } from '../../shared/credentials';

/** Everything needed to set a callback at Meta. */
export interface Registration {
	graph: Graph;
	/** Speaks as the app itself. */
	appGraph: Graph;
	account: Account;
	tokenFacts: () => Promise<TokenFacts | GraphError>;
	appSecret: string;
	verifyToken: string;
	/** This trigger's own production address. */
	url: string;
	/** Numbers whose override is set, in that mode. */
	phoneNumberIds: string[];
	/** Tells the builder, in n8n's log, what does not stop the registration. */
	warn: (line: string) => void;
}

/** Meta's code when the callback did not repeat the challenge. */
export const VERIFICATION = 2200;

/** A place at Meta that holds a callback. None of these touches a callback that is not `url`. */
export interface Address {
	/** True when Meta already sends to us from there. */
	isSet: (registration: Registration) => Promise<boolean>;
	/** Throws a Refusal when the place belongs to somebody else. */
	set: (registration: Registration) => Promise<void>;
	/** Does nothing when the place is not ours. Gives whether anything was removed. */
	remove: (registration: Registration) => Promise<boolean>;
}

/** We do not do this, and here is what the builder can do. */
export class Refusal extends Error {
	override name = 'Refusal';

	constructor(
		message: string,
		readonly nextStep: string,
	) {
		super(message);
	}
}

const originOf = (url: string) => {
	try {
		return new URL(url).origin;
	} catch {
		return '';
	}
};

/** Says whose callback stands in the way, as far as its address tells. */
export function taken(place: string, url: string, ours: string): Refusal {
	const isThisServer = originOf(url) === originOf(ours);
	return isThisServer
		? new Refusal(
				`Another workflow on this n8n already receives the webhooks of ${place}.`,
				`Its address is ${url}. One workflow receives for all: unpublish that one first, or let it hand messages to this one as a sub-workflow.`,
			)
		: new Refusal(
				`The webhooks of ${place} already go to another address, which is not touched: ${url}`,
				'It belongs to another product or another n8n. Remove it there, or choose a different Webhook Address in this trigger. If nobody is there any more: WhatsApp Cloud > Subscription > Remove Webhook Address.',
			);
}
