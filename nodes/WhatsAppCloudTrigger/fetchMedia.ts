import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { GraphError, NoAnswerError } from '../../core/graph/error';
import { InputError } from '../../core/input';
import { sniffMime } from '../../core/message/sniff';
import { download } from '../shared/download';
import type { Connection } from '../shared/transport';

const MEGABYTE = 2 ** 20;

/** What Graph tells about a file before one fetches it. */
interface MediaInfo {
	url?: string;
	mime_type?: string;
	/** Hex or Base64. */
	sha256?: string;
	/** A number, or digits. */
	file_size?: number | string;
}

const tooBig = (bytes: number, limitMb: number) =>
	new InputError(
		`The file has ${(bytes / MEGABYTE).toFixed(1)} MB, more than this trigger's limit of ${limitMb} MB. Fetch it by its media_id with Media > Download.`,
	);

function isWhole(data: Buffer, sha256: string | undefined): boolean {
	if (!sha256) return true;
	const digest = createHash('sha256').update(data).digest();
	return [digest.toString('hex'), digest.toString('base64')].includes(sha256);
}

/** The file behind a media ID. Throws InputError, GraphError or NoAnswerError, whose texts may be shown. */
export async function fetchMedia(
	context: IWebhookFunctions,
	{ graph, account }: Connection,
	id: string,
	limitMb: number,
): Promise<{ data: Buffer; mimeType: string }> {
	if (!/^\w+$/.test(id)) throw new InputError('Meta gave no usable media ID.');
	const info = await graph<MediaInfo>({ method: 'GET', path: `/${id}` });
	const told = Number(info.file_size ?? 0);
	if (told > limitMb * MEGABYTE) throw tooBig(told, limitMb);
	if (!info.url) throw new InputError('Meta gave no address for the file.');
	const data = await download(context, account, info.url);
	if (data.length > limitMb * MEGABYTE) throw tooBig(data.length, limitMb);
	if (!isWhole(data, info.sha256)) throw new InputError('The file arrived damaged.');
	const mimeType = info.mime_type?.split(';')[0] || sniffMime(data) || 'application/octet-stream';
	return { data, mimeType };
}

/** Only texts of ours: whatever else was thrown may hold an address or a path. */
export function noteOf(error: unknown): string {
	if (error instanceof GraphError) return `${error.reason} ${error.nextStep}`;
	const isOurs = error instanceof InputError || error instanceof NoAnswerError;
	return isOurs ? error.message : 'The file could not be stored in n8n.';
}
