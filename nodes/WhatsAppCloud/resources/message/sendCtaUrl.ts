import { ctaUrlContent } from '../../../../core/message/interactive/ctaUrl';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { headerFields } from '../../header';
import { sending } from '../../send';
import { bodyField, footerField, frameOf } from '../../texts';

export const sendCtaUrl = sending({
	name: 'Send URL Button',
	action: 'Send message with URL button',
	description: 'Send a text with one button that opens a web page',
	fields: [
		...recipientFields,
		bodyField,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Track your parcel',
			description: 'Up to 20 characters',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://shop.example.com/track/2041',
			description: 'Address that the button opens',
		},
		...headerFields(['document', 'image', 'text', 'video']),
		footerField,
		replyOptions,
	],
	content: async (form) =>
		ctaUrlContent(await frameOf(form), {
			text: textField(form, 'buttonText'),
			url: textField(form, 'url'),
		}),
});
