import { pause } from '../campaign/cancelled';
import type { Clock } from '../clock';
import type { Graph, GraphRequest } from './client';
import { NoAnswerError } from './error';

interface SampleFile {
	filename: string;
	mime: string;
	data: Buffer;
}

interface Session {
	id?: string;
	h?: string;
	file_offset?: number | string;
}

const PAUSES = [1000, 3000];

/** Where the upload stands at Meta after a line was cut. */
async function offsetOf(graph: Graph, path: string): Promise<number> {
	const { file_offset } = await graph<Session>({ method: 'GET', path });
	return Number(file_offset ?? 0);
}

/** A file nobody has seen yet: silence about it leaves nothing undecided. */
const silence = (error: unknown) =>
	error instanceof NoAnswerError ? new NoAnswerError(error.message, false) : error;

/**
 * Uploads a file through Graph's resumable upload and gives its handle, which template samples and profile pictures are
 * named by. A cut line is taken up where Meta stands. Throws GraphError and NoAnswerError; nothing is visible to anyone
 * until the handle is used.
 */
export async function uploadHandle(
	graph: Graph,
	appId: string,
	{ filename, mime, data }: SampleFile,
	{ clock, signal }: { clock: Clock; signal?: AbortSignal },
): Promise<string> {
	const qs = { file_name: filename, file_length: data.length, file_type: mime };
	let path = '';
	let offset = 0;
	for (let tries = 0; ; tries++) {
		try {
			path ||= await open(graph, `/${appId}/uploads`, qs);
			if (tries > 0) offset = await offsetOf(graph, path);
			const bytes = { data: data.subarray(offset), offset };
			const { h } = await graph<Session>({ method: 'POST', path, bytes });
			if (h) return h;
			throw new NoAnswerError('Meta gave no handle for the file.', false);
		} catch (error) {
			if (!(error instanceof NoAnswerError) || tries >= PAUSES.length)
				return await Promise.reject(silence(error));
			await pause(clock, PAUSES[tries], signal);
		}
	}
}

async function open(graph: Graph, path: string, qs: GraphRequest['qs']): Promise<string> {
	const { id = '' } = await graph<Session>({ method: 'POST', path, qs });
	if (id.startsWith('upload:')) return `/${id}`;
	throw new NoAnswerError('Meta opened no upload for the file.', false);
}
