import type { Resource } from '../../../shared/operation';
import { deleteMedia } from './delete';
import { download } from './download';
import { get } from './get';
import { upload } from './upload';

export const media: Resource = {
	name: 'Media',
	description: 'Files that were received, or that are to be sent',
	default: 'download',
	operations: { delete: deleteMedia, download, get, upload },
};
