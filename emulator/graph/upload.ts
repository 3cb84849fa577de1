import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { UploadSession } from '../store';
import type { World } from '../world';
import { authenticate } from './auth';
import { type Call, readCall } from './call';
import { GraphFailure, noSuchObject } from './error';
import type { Route } from './route';

/** What a resumable upload takes: samples for template headers and profile pictures. */
const TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];

const token = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Step 1, `POST /{app}/uploads`: announces a file. The ID looks like Meta's, its query string included. */
function begin(world: World, { id, method, params }: Call): { id: string } {
	const { config, store } = world;
	if (id !== config.appId && id !== 'app') throw noSuchObject(method, id);
	const length = Number(params.file_length);
	const type = String(params.file_type ?? '');
	if (!Number.isInteger(length) || length <= 0)
		throw new GraphFailure(100, { message: '(#100) The parameter file_length is required.' });
	if (!type)
		throw new GraphFailure(100, { message: '(#100) The parameter file_type is required.' });
	if (!TYPES.includes(type))
		throw new GraphFailure(100, {
			message: `(#100) Param file_type must be one of {${TYPES.join(', ')}} - got "${type}".`,
		});
	const name = `upload:${token(48)}`;
	store.uploads.set(name, { id: `${name}?sig=${token(14)}`, type, length, received: [] });
	return { id: store.uploads.get(name)?.id ?? '' };
}

const received = (session: UploadSession) =>
	session.received.reduce((sum, { length }) => sum + length, 0);

/** Step 2, `POST /{session}`: the bytes from `file_offset` on. The handle comes with the last of them. */
function take(world: World, session: UploadSession, call: Call, bytes: Buffer): unknown {
	const { config, clock, store } = world;
	const offset = Number(call.request.headers.file_offset ?? 0);
	const have = received(session);
	if (offset !== have)
		throw new GraphFailure(100, {
			message: `(#100) The file_offset ${offset} does not match what was received (${have}).`,
		});
	if (bytes.length === 0) throw new GraphFailure(100, { message: '(#100) No data was received.' });
	if (have + bytes.length > session.length)
		throw new GraphFailure(100, {
			message: `(#100) More bytes were received than file_length (${session.length}) says.`,
		});
	session.received.push(bytes);
	if (received(session) < session.length) return { id: session.id, file_offset: received(session) };
	const kind = Buffer.from(session.type).toString('base64');
	const until = Math.floor(clock.now() / 1000) + 3600;
	const h = `4::${kind}:${token(63)}:e:${until}:${config.appId}:900000000000077:${token(14)}`;
	store.handles.set(h, { type: session.type, length: session.length });
	return { h };
}

/** The session a call names. The ID's own query string arrives as the call's, or encoded with the rest of the path. */
function sessionOf({ store }: World, { method, id }: Call): UploadSession {
	const session = store.uploads.get(id.split('?')[0]);
	if (!session) throw noSuchObject(method, id);
	return session;
}

export const uploadRoutes: Route[] = [
	{ method: 'POST', path: '/:id/uploads', needs: 'any', run: begin },
];

/** The session's own paths stand apart from the others: their bodies are bytes of any type, never JSON or a form. */
export function registerUploads(server: FastifyInstance, world: World): void {
	void server.register(async (scope) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) =>
			done(null, bytes),
		);
		scope.post('/:id(^upload:.+$)', async (request, reply) => {
			const call = readCall(request, reply);
			authenticate(world, call);
			const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
			return take(world, sessionOf(world, call), call, bytes);
		});
		scope.get('/:id(^upload:.+$)', async (request, reply) => {
			const call = readCall(request, reply);
			authenticate(world, call);
			const session = sessionOf(world, call);
			return { id: session.id, file_offset: received(session) };
		});
	});
}
