import { randomBytes } from 'node:crypto';
import texts from '../fixtures/errors.json';

interface ErrorText {
	http: number;
	title: string;
	details?: string;
	transient?: boolean;
}

/** What Meta says about a code; codes we have no text for are refused requests without more words. */
export function textOf(code: number): ErrorText {
	const known = (texts as Record<string, ErrorText>)[code];
	return (
		known ?? { http: 400, title: code >= 200 && code < 300 ? texts[200].title : 'Invalid request' }
	);
}

interface FailureOptions {
	/** Replaces the whole message; without it `(#code) title`. */
	message?: string;
	/** `error_data.details`: only the messaging endpoints have it. */
	details?: string;
	subcode?: number;
	type?: string;
	userTitle?: string;
	userMessage?: string;
}

/** Graph says no. Thrown anywhere below a Graph path; becomes Meta's envelope in one place. */
export class GraphFailure extends Error {
	constructor(
		readonly code: number,
		readonly options: FailureOptions = {},
	) {
		super(options.message ?? `(#${code}) ${textOf(code).title}`);
	}

	get http(): number {
		return textOf(this.code).http;
	}
}

/** Meta's error envelope, without the optional keys that do not apply. */
export function toEnvelope(failure: GraphFailure): { error: Record<string, unknown> } {
	const { details, subcode, type, userTitle, userMessage } = failure.options;
	return {
		error: {
			message: failure.message,
			type: type ?? 'OAuthException',
			code: failure.code,
			...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
			...(subcode !== undefined && { error_subcode: subcode }),
			...(textOf(failure.code).transient && { is_transient: true }),
			...(userTitle !== undefined && { error_user_title: userTitle }),
			...(userMessage !== undefined && { error_user_msg: userMessage }),
			fbtrace_id: traceId(),
		},
	};
}

/** A refusal of a message, with the details Meta usually gives for the code unless told otherwise. */
export function messageFailure(code: number, details?: string, message?: string): GraphFailure {
	return new GraphFailure(code, {
		message,
		details: details ?? textOf(code).details ?? textOf(code).title,
	});
}

/** The same refusal as it stands in a webhook. */
export function webhookError(code: number): Record<string, unknown> {
	const { title, details } = textOf(code);
	return {
		code,
		title,
		message: title,
		error_data: { details: details ?? title },
		href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
	};
}

/** Something with this ID that the token may see does not exist. */
export function noSuchObject(method: string, id: string): GraphFailure {
	return new GraphFailure(100, {
		type: 'GraphMethodException',
		subcode: 33,
		message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
	});
}

export function unknownPath(path: string): GraphFailure {
	return new GraphFailure(2500, { message: `Unknown path components: ${path}` });
}

const traceId = () => `A${randomBytes(17).toString('base64url').slice(0, 22)}`;
