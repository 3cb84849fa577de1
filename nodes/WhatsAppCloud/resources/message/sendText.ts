import { textContent } from '../../../../core/message/text';
import { phoneNumberField } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { textOptions, toField } from '../../fields';
import { outcomeOf, send } from '../../send';

export const sendText: Operation = {
	name: 'Send Text',
	action: 'Send text message',
	description:
		'Send free text to a person who wrote to you in the last 24 hours; to anybody else only a template may go',
	fields: [
		phoneNumberField,
		toField,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Your table is booked for *8 pm*.',
			description:
				'Up to 4096 characters. WhatsApp shows *bold*, _italic_, ~strikethrough~ and lists.',
		},
		textOptions,
	],
	run: async (context, item, services) =>
		await send(context, item, services, ({ previewUrl }) => {
			const body = context.getNodeParameter('text', item, '') as string | number;
			return textContent({ body: String(body ?? ''), previewUrl });
		}),
	outcome: outcomeOf,
};
