import { explainRefusal, type Action, type Bucket } from './catalogue';

interface GraphErrorBody {
	message?: unknown;
	code?: unknown;
	error_subcode?: unknown;
	error_data?: unknown;
	error_user_title?: unknown;
	error_user_msg?: unknown;
	is_transient?: unknown;
	fbtrace_id?: unknown;
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

function number(value: unknown): number | undefined {
	const parsed = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}

/** `error_data` is an object with `details` on sends and can be a plain string on template calls. */
function detailsOf({ error_data, message }: GraphErrorBody): string {
	const details =
		typeof error_data === 'object' && error_data !== null && 'details' in error_data
			? text(error_data.details)
			: text(error_data);
	return details || text(message).replace(/^\(#\d+\)\s*/, '');
}

/** The `error` object of Graph's error envelope, or `undefined` when the body is not one. */
export function errorEnvelope(body: unknown): GraphErrorBody | undefined {
	if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
	const { error } = body;
	return typeof error === 'object' && error !== null ? error : undefined;
}

/** Graph answered, and the answer was no. A request that got no answer is a `NoAnswerError`. */
export class GraphError extends Error {
	override name = 'GraphError';
	readonly httpStatus: number;
	/** Meta's code; the HTTP status where a gateway refused without one. */
	readonly code: number;
	readonly subcode?: number;
	/** Meta's own words about this one case. */
	readonly details: string;
	/** Meta's localised text for users, mostly on template calls; empty on sends. */
	readonly userMessage: string;
	readonly fbtraceId: string;
	readonly isTransient: boolean;
	readonly action: Action;
	readonly bucket: Bucket;
	/** What happened, from the catalogue. */
	readonly reason: string;
	/** What to do, from the catalogue. */
	readonly nextStep: string;

	constructor(httpStatus: number, body: unknown) {
		const error = errorEnvelope(body) ?? {};
		const code = number(error.code) ?? httpStatus;
		const subcode = number(error.error_subcode);
		const isTransient = error.is_transient === true;
		const { action, bucket, meaning, nextStep } = explainRefusal({
			code,
			subcode,
			httpStatus,
			isTransient,
		});
		super(`${meaning} (Meta's code ${code})`);
		this.httpStatus = httpStatus;
		this.code = code;
		this.subcode = subcode;
		this.details = detailsOf(error);
		this.userMessage = [text(error.error_user_title), text(error.error_user_msg)]
			.filter(Boolean)
			.join(': ');
		this.fbtraceId = text(error.fbtrace_id);
		this.isTransient = isTransient;
		this.action = action;
		this.bucket = bucket;
		this.reason = meaning;
		this.nextStep = nextStep;
	}
}

interface NoAnswerCause {
	httpStatus?: number;
	networkCode?: string;
}

/** Nobody at Graph answered: no connection, a timeout, a dropped line, or a gateway that spoke in Graph's place. */
export class NoAnswerError extends Error {
	override name = 'NoAnswerError';
	/** False only when it is certain that Meta never saw the request. True means: do not repeat a send by yourself. */
	readonly mayHaveArrived: boolean;
	readonly httpStatus?: number;
	/** Node's code, such as ECONNRESET. Kept out of the message: n8n would replace the whole text by one of its own. */
	readonly networkCode: string;
	readonly nextStep: string;

	constructor(
		why: string,
		mayHaveArrived: boolean,
		{ httpStatus, networkCode = '' }: NoAnswerCause = {},
	) {
		super(why);
		this.networkCode = networkCode;
		this.mayHaveArrived = mayHaveArrived;
		this.httpStatus = httpStatus;
		this.nextStep = mayHaveArrived
			? 'It may or may not have been carried out. Look before repeating it: a status webhook settles a sent message.'
			: 'Nothing was sent. Check the network of your n8n server and the Base URL in the credential, then run it again.';
	}
}
