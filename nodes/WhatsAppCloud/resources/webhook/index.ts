import type { Resource } from '../../../shared/operation';
import { getTriggerHealth } from './getTriggerHealth';

export const webhook: Resource = {
	name: 'Webhook',
	description: 'What the WhatsApp Cloud Trigger receives',
	default: 'getTriggerHealth',
	operations: { getTriggerHealth },
};
