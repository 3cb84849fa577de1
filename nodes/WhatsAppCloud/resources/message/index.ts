import type { Resource } from '../../../shared/operation';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';

export const message: Resource = {
	name: 'Message',
	description: 'Write to people on WhatsApp',
	default: 'sendText',
	operations: { sendText, sendTemplate },
};
