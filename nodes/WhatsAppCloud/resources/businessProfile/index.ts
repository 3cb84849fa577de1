import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { update } from './update';

export const businessProfile: Resource = {
	name: 'Business Profile',
	description: 'What people see about your business in WhatsApp',
	default: 'get',
	operations: { get, update },
};
