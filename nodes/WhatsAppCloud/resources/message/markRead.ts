import { readBody } from '../../../../core/message/read';
import { phoneNumberField, phoneNumberIdOf } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { textOf } from '../../form';
import { patiently } from '../../patiently';

export const markRead: Operation = {
	name: 'Mark as Read',
	action: 'Mark message as read',
	description:
		'Show a received message, and those before it, as read; also shows that you are typing',
	fields: [
		phoneNumberField,
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. wamid.HBgLMTU1NTAxMDEyMzQ…',
			description: 'ID of a message that you received, at most 30 days old',
		},
		{
			displayName: 'Typing Indicator',
			name: 'typing',
			type: 'boolean',
			default: false,
			description: 'Whether to show that you are typing, until your next message or for 25 seconds',
		},
	],
	async run(context, item, services) {
		const phone_number_id = phoneNumberIdOf(context, item, services.account);
		const message_id = textOf(context.getNodeParameter('messageId', item, '')).trim();
		Object.assign(services.facts, { message_id, phone_number_id });
		const typing = context.getNodeParameter('typing', item, false) === true;
		const body = readBody({ messageId: message_id, typing });
		// Reading twice is reading once, so this may be repeated.
		await patiently(
			services,
			async () =>
				await services.graph({ method: 'POST', path: `/${phone_number_id}/messages`, body }),
		);
		return { status: 'read', message_id, phone_number_id, typing };
	},
};
