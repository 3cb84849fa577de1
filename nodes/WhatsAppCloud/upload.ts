import { NoAnswerError } from '../../core/graph/error';
import type { UploadFile } from '../../core/message/mediaFile';
import type { Services } from '../shared/operation';
import { patiently } from './patiently';
import { runOf } from './run';

async function post({ graph }: Services, phoneNumberId: string, file: UploadFile) {
	const { data, filename, contentType } = file;
	const { id } = await graph<{ id?: string }>({
		method: 'POST',
		path: `/${phoneNumberId}/media`,
		formData: {
			messaging_product: 'whatsapp',
			type: contentType,
			file: { data, filename, contentType },
		},
	});
	if (id) return `${id}`;
	throw new NoAnswerError('Meta answered the upload without a media ID.', false);
}

/** Uploads a file and gives its media ID; one with the same content was uploaded before in this run, its ID. */
export async function uploadOnce(
	services: Services,
	phoneNumberId: string,
	file: UploadFile,
): Promise<string> {
	const { uploads } = runOf(services);
	const key = [phoneNumberId, file.mime, file.sha256].join(' ');
	let uploading = uploads.get(key);
	if (!uploading) {
		uploading = patiently(services, async () => await post(services, phoneNumberId, file));
		uploads.set(key, uploading);
		uploading.catch(() => uploads.delete(key));
	}
	return await uploading;
}
