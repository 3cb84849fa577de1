import type { Resource } from '../../../shared/operation';
import { getCallback } from './getCallback';
import { getMany } from './getMany';
import { removeAddress } from './removeAddress';
import { subscribe } from './subscribe';

export const subscription: Resource = {
	name: 'Subscription',
	description: 'Which apps get the webhooks of the account; the trigger sets its own up by itself',
	default: 'getMany',
	operations: { getCallback, getMany, removeAddress, subscribe },
};
