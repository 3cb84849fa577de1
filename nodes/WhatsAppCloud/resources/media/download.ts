import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { NoAnswerError } from '../../../../core/graph/error';
import { endingOf } from '../../../../core/message/mediaKinds';
import { sniffMime } from '../../../../core/message/sniff';
import { attach } from '../../../shared/attachments';
import { download as fetchFile } from '../../../shared/download';
import type { Operation, Services } from '../../../shared/operation';
import { textOf } from '../../form';
import { mediaIdField, mediaIdOf, readMedia, type MediaInfo } from '../../media';
import { patiently } from '../../patiently';

/** Throws NoAnswerError, so that it is fetched again, when bytes are missing or others than Meta's. */
function checkWhole(data: Buffer, { sha256 }: MediaInfo): void {
	if (!sha256) return;
	const digest = createHash('sha256').update(data).digest();
	if ([digest.toString('hex'), digest.toString('base64')].includes(sha256)) return;
	throw new NoAnswerError(
		'The file arrived damaged: its checksum is not the one Meta gave.',
		false,
	);
}

/** Address and bytes belong together: the address lives for five minutes only. */
async function fetchMedia(context: IExecuteFunctions, services: Services, id: string) {
	const info = await readMedia(services, id);
	if (!info.url) throw new NoAnswerError('Meta gave no address for the file.', false);
	const data = await fetchFile(context, services.account, info.url);
	checkWhole(data, info);
	const told = info.mime_type?.split(';')[0] || sniffMime(data);
	return { data, mime_type: told ?? 'application/octet-stream', sha256: info.sha256 ?? '' };
}

export const download: Operation = {
	name: 'Download',
	action: 'Download media',
	description: 'Get the file of a received message, whole and checked, as binary data',
	fields: [
		mediaIdField,
		{
			displayName: 'Put Output File in Field',
			name: 'outputField',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. photo.jpg',
			description: 'Left empty, the media ID with the ending that fits the type',
		},
	],
	async run(context, item, services) {
		const id = mediaIdOf(context, item, services);
		const file = await patiently(services, async () => await fetchMedia(context, services, id));
		const { data, mime_type, sha256 } = file;
		const given = textOf(context.getNodeParameter('fileName', item, '')).trim();
		const file_name = given || [id, endingOf(mime_type)].filter(Boolean).join('.');
		const field = textOf(context.getNodeParameter('outputField', item, 'data')).trim() || 'data';
		const binary = await context.helpers.prepareBinaryData(data, file_name, mime_type);
		const json = { id, mime_type, file_name, file_size: data.length, sha256 };
		return attach(json, { [field]: binary });
	},
};
