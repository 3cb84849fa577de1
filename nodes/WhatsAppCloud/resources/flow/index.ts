import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteFlow } from './delete';
import { deprecate } from './deprecate';
import { get } from './get';
import { getJson } from './getJson';
import { getMany } from './getMany';
import { getPreview } from './getPreview';
import { publish } from './publish';
import { update } from './update';
import { uploadJson } from './uploadJson';

export const flow: Resource = {
	name: 'Flow',
	description: 'Forms that open inside WhatsApp',
	default: 'getMany',
	operations: {
		create,
		delete: deleteFlow,
		deprecate,
		get,
		getJson,
		getMany,
		getPreview,
		publish,
		update,
		uploadJson,
	},
};
