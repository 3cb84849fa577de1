import type { Resource } from '../../../shared/operation';
import { getConversations } from './getConversations';
import { getMessages } from './getMessages';
import { getPricing } from './getPricing';
import { getTemplates } from './getTemplates';

export const metaAnalytics: Resource = {
	name: 'Meta Analytics',
	description: "Meta's own figures: approximate, some hours late, and without names",
	default: 'getMessages',
	operations: { getConversations, getMessages, getPricing, getTemplates },
};
