import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteTemplate } from './delete';
import { edit } from './edit';
import { get } from './get';
import { getAnalytics } from './getAnalytics';
import { getMany } from './getMany';
import { unpause } from './unpause';

export const template: Resource = {
	name: 'Template',
	description: 'Message templates and their review',
	default: 'getMany',
	operations: { create, delete: deleteTemplate, edit, get, getAnalytics, getMany, unpause },
};
