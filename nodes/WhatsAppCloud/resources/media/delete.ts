import type { Operation } from '../../../shared/operation';
import { mediaIdField, mediaIdOf } from '../../media';

export const deleteMedia: Operation = {
	name: 'Delete',
	action: 'Delete media',
	description: 'Delete a file from Meta before its time; messages that were sent keep it',
	fields: [mediaIdField],
	async run(context, item, services) {
		const id = mediaIdOf(context, item, services);
		await services.graph({ method: 'DELETE', path: `/${id}` });
		return { id, deleted: true };
	},
};
