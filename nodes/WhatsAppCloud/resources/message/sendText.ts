import type { INodeProperties } from 'n8n-workflow';
import { textContent } from '../../../../core/message/text';
import { groupOptions, recipientFields } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';

const previewUrl: INodeProperties = {
	displayName: 'Preview URL',
	name: 'previewUrl',
	type: 'boolean',
	default: false,
	description: 'Whether to show a preview of the first link in the text',
};

export const sendText = sending({
	name: 'Send Text',
	action: 'Send text message',
	description:
		'Send free text to a person who wrote to you in the last 24 hours; to anybody else only a template may go',
	fields: [
		...recipientFields,
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
		groupOptions(previewUrl),
	],
	content: (form) =>
		textContent({ body: textField(form, 'text'), previewUrl: form.options.previewUrl }),
});
