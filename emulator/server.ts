import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { registerControl } from './control/register';
import { isSend, GatewayFailure } from './graph/fault';
import { readCall, stripVersion } from './graph/call';
import { GraphFailure, toEnvelope } from './graph/error';
import { campaignOf } from './campaign';
import { registerGraph } from './graph/register';
import { logRequests } from './requestLog';
import type { Control } from './control/index';
import type { World } from './world';

const MEBIBYTE = 2 ** 20;
const isControl = (url: string) => url.startsWith('/_emulator/');

/** The HTTP face: Meta's paths, and ours under `/_emulator/`. The two never share a prefix. */
export async function buildServer(world: World, control: Control): Promise<FastifyInstance> {
	const server = Fastify({
		bodyLimit: 110 * MEBIBYTE,
		forceCloseConnections: true,
		// Unversioned calls exist at Meta too: the version only decides what the answer says.
		rewriteUrl: ({ url = '/' }) => (isControl(url) ? url : stripVersion(url)),
		routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
	});
	// Clients announce JSON on a DELETE without a body; Graph takes that as no parameters.
	server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		try {
			done(null, text === '' ? {} : JSON.parse(String(text)));
		} catch (error) {
			done(Object.assign(error as Error, { statusCode: 400 }));
		}
	});
	await server.register(formbody);
	await server.register(multipart, { limits: { fileSize: 100 * MEBIBYTE } });
	logRequests(server, world);

	server.setErrorHandler(async (error: Error, request, reply) => {
		if (isControl(request.url)) {
			const text =
				error instanceof ZodError
					? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
					: error.message;
			return await reply
				.code(error instanceof ZodError ? 400 : statusOf(error))
				.send({ error: text });
		}
		const call = readCall(request, reply);
		if (isSend(call)) world.store.rejected.push(campaignOf(call.body.biz_opaque_callback_data));
		if (error instanceof GatewayFailure) {
			return await reply
				.code(error.status)
				.type('text/html')
				.send(
					'<html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>',
				);
		}
		const failure = error instanceof GraphFailure ? error : unexpected(error);
		return await reply.code(failure.http).send(toEnvelope(failure));
	});

	registerControl(server, control);
	registerGraph(server, world);
	return server;
}

const statusOf = (error: Error & { statusCode?: number }) => error.statusCode ?? 500;

/** A request Fastify could not read is the caller's mistake; anything else is ours. */
function unexpected(error: Error & { statusCode?: number }): GraphFailure {
	if ((error.statusCode ?? 500) >= 500)
		return new GraphFailure(1, { message: `(#1) ${error.message}` });
	return new GraphFailure(100, { message: `(#100) ${error.message}` });
}
