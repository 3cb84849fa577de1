import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { update } from './update';

export const conversationSetting: Resource = {
	name: 'Conversation Setting',
	description: 'Ice breakers and commands in the chats of a number',
	default: 'get',
	operations: { get, update },
};
