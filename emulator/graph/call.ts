import type { FastifyReply, FastifyRequest } from 'fastify';

/** A Graph call after Graph's own reading of it: query, JSON and form are one set of parameters. */
export interface Call {
	method: string;
	/** Without the version. */
	path: string;
	id: string;
	params: Record<string, unknown>;
	body: Record<string, unknown>;
	/** Where this emulator is reached, for URLs in answers. */
	baseUrl: string;
	version: string;
	request: FastifyRequest;
	reply: FastifyReply;
}

const VERSION = /^\/(v\d{1,2}\.\d)(?=\/|\?|$)/;
const NEWEST = 26;

/** `/v25.0/me?x` -> `/me?x`; versions that do not exist stay in the path and are not found. */
export function stripVersion(url: string): string {
	const version = VERSION.exec(url)?.[1];
	return version && Number(version.slice(1)) < NEWEST + 1
		? url.slice(version.length + 1) || '/'
		: url;
}

export function readCall(request: FastifyRequest, reply: FastifyReply): Call {
	const body = isObject(request.body) ? request.body : {};
	const isForm = String(request.headers['content-type'] ?? '').includes('urlencoded');
	const read = isForm ? parseValues(body) : body;
	return {
		method: request.method,
		path: request.url.split('?')[0],
		id: (request.params as { id?: string }).id ?? '',
		params: { ...(request.query as Record<string, unknown>), ...read },
		body: read,
		baseUrl: `http://${request.headers.host}`,
		version: VERSION.exec(request.originalUrl)?.[1] ?? 'v25.0',
		request,
		reply,
	};
}

/** In a form, objects and lists travel as JSON text. */
function parseValues(form: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(form).map(([name, value]) => [name, parseList(value) ?? value]),
	);
}

/** Reads `["A","B"]` and `{…}` where they came as text; anything else is undefined. */
export function parseList(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
