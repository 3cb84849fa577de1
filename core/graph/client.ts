import { list, record } from '../webhook/read';
import { errorEnvelope, GraphError, NoAnswerError } from './error';

/** A file in a multipart call. */
export interface FormFile {
	filename: string;
	contentType: string;
	data: Buffer;
}

/** One call. `path` starts with a slash and has no version: `/{phone number ID}/messages`. */
export interface GraphRequest {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	qs?: Record<string, string | number | boolean | undefined>;
	body?: Record<string, unknown>;
	/** Sent as multipart/form-data instead of `body`. */
	formData?: Record<string, string | FormFile>;
	/** Bytes of a resumable upload from `offset` on, sent as they are instead of `body`. */
	bytes?: { data: Buffer; offset: number };
}

export interface GraphResponse {
	status: number;
	body: unknown;
	headers: Record<string, unknown>;
}

/**
 * Whoever owns the network: n8n's helper in a node, a stub in a test. Resolves for every HTTP status and throws
 * `NoAnswerError` when no answer came.
 */
export type Send = (request: GraphRequest) => Promise<GraphResponse>;

/** Asks Graph and gives its answer, typed by the caller. Throws `GraphError` for a no and `NoAnswerError` for silence. */
export type Graph = <T = Record<string, unknown>>(request: GraphRequest) => Promise<T>;

/** Graph speaks JSON objects only; anything else comes from a gateway, a proxy or a wrong address. */
function notGraph({ status }: GraphResponse, isWrite: boolean): Error {
	if (status >= 400 && status < 500) return new GraphError(status, undefined);
	if (status >= 300 && status < 400) {
		return new NoAnswerError(
			'The Base URL answered with a redirect to another address, which is not followed so that the access token stays safe.',
			false,
			{ httpStatus: status },
		);
	}
	return new NoAnswerError(
		`Something between n8n and Meta answered in Meta's place (HTTP ${status}).`,
		isWrite,
		{ httpStatus: status },
	);
}

/** Meta answers for each user it was asked to block; why one of them was not says more than that some were not. */
function innerRefusal(body: unknown): unknown {
	const [failed] = list(record(record(body).block_users).failed_users);
	const [error] = list(record(failed).errors);
	return error && { error };
}

/** Puts the Graph version (`v25.0`) in front of every path and turns refusals into errors. */
export function createGraph(send: Send, version: string): Graph {
	return async <T>(request: GraphRequest) => {
		const response = await send({ ...request, path: `/${version}${request.path}` });
		const { status, body } = response;
		if (errorEnvelope(body)) throw new GraphError(status, innerRefusal(body) ?? body);
		const isAnswer = status < 300 && typeof body === 'object' && body !== null;
		if (!isAnswer) throw notGraph(response, request.method !== 'GET');
		return body as T;
	};
}
