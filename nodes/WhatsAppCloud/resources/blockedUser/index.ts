import type { Resource } from '../../../shared/operation';
import { block } from './block';
import { getMany } from './getMany';
import { unblock } from './unblock';

export const blockedUser: Resource = {
	name: 'Blocked User',
	description: 'People your numbers hear nothing from',
	default: 'block',
	operations: { block, getMany, unblock },
};
