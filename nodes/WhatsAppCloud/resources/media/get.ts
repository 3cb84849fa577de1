import type { Operation } from '../../../shared/operation';
import { mediaIdField, mediaIdOf, readMedia } from '../../media';
import { patiently } from '../../patiently';

export const get: Operation = {
	name: 'Get',
	action: 'Get media',
	description: 'Get type, size and address of a file; the address lives for five minutes',
	fields: [mediaIdField],
	async run(context, item, services) {
		const id = mediaIdOf(context, item, services);
		const info = await patiently(services, async () => await readMedia(services, id));
		const { mime_type = '', sha256 = '', file_size = 0, url = '' } = info;
		return { id, mime_type, file_size: Number(file_size), sha256, url };
	},
};
