import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getHealth } from './getHealth';
import { update } from './update';

export const businessAccount: Resource = {
	name: 'Business Account',
	description: 'The WhatsApp Business Account of the credential',
	default: 'get',
	operations: { get, getHealth, update },
};
