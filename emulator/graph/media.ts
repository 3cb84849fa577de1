import { createHash } from 'node:crypto';
import { objectId } from '../ids';
import type { Media } from '../store';
import type { World } from '../world';
import type { Call } from './call';
import { GraphFailure, noSuchObject } from './error';
import { maxBytes, mediaTypes } from './mediaKinds';
import { readParts } from './multipart';
import type { Route } from './route';

/** Keeps a file as if somebody had uploaded it. */
export function keepMedia(
	{ store, clock }: World,
	phoneNumberId: string,
	file: { mime_type: string; content: Buffer; filename?: string },
): Media {
	const sha256 = createHash('sha256').update(file.content).digest('hex');
	const media: Media = { id: objectId(), phoneNumberId, sha256, created: clock.now(), ...file };
	store.media.set(media.id, media);
	return media;
}

async function upload(world: World, call: Call): Promise<{ id: string }> {
	if (!world.store.phoneNumbers.has(call.id)) throw noSuchObject('POST', call.id);
	if (!call.request.isMultipart())
		throw new GraphFailure(100, { message: '(#100) The parameter file is required.' });
	const { fields, file } = await readParts(call);
	if (fields.messaging_product !== 'whatsapp')
		throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
	if (!file) throw new GraphFailure(100, { message: '(#100) The parameter file is required.' });
	const type = String(fields.type ?? '');
	const mime = (type.includes('/') ? type : file.mime_type).split(';')[0].trim();
	const max = maxBytes(mime);
	if (!max)
		throw new GraphFailure(100, {
			message: `(#100) Param file must be a file with one of the following types: ${mediaTypes.join(', ')}. Received file of type '${mime}'.`,
		});
	if (file.content.length > max)
		throw new GraphFailure(100, {
			message: `(#100) File size exceeds the limit of ${max} bytes for ${mime}.`,
		});
	return { id: keepMedia(world, call.id, { ...file, mime_type: mime }).id };
}

/** What `GET /{media}` says; the URL is ours and lives as long as the emulator, unlike Meta's five minutes. */
export function showMedia({ id, mime_type, sha256, content }: Media, { baseUrl }: Call) {
	return {
		messaging_product: 'whatsapp',
		url: `${baseUrl}/whatsapp_business/attachments/?mid=${id}`,
		mime_type,
		sha256,
		file_size: content.length,
		id,
	};
}

/** With `phone_number_id`, media of another number does not exist. */
export function requireMediaOf(media: Media, { method, params }: Call): void {
	const asked = params.phone_number_id;
	if (asked !== undefined && String(asked) !== media.phoneNumberId)
		throw noSuchObject(method, media.id);
}

async function download({ store }: World, { reply, params }: Call): Promise<Buffer> {
	const media = store.media.get(String(params.mid));
	if (!media) throw noSuchObject('GET', String(params.mid));
	void reply.type(media.mime_type);
	return media.content;
}

export const mediaRoutes: Route[] = [
	{ method: 'POST', path: '/:id/media', needs: 'whatsapp_business_messaging', run: upload },
	{
		method: 'GET',
		path: '/whatsapp_business/attachments/',
		needs: 'whatsapp_business_messaging',
		run: download,
	},
];
