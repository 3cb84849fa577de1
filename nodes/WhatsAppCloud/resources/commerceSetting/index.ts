import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { update } from './update';

export const commerceSetting: Resource = {
	name: 'Commerce Setting',
	description: 'Catalog and cart in the chats of a number',
	default: 'get',
	operations: { get, update },
};
