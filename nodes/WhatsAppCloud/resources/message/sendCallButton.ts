import { callButtonContent } from '../../../../core/message/interactive/callButton';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { bodyField } from '../../texts';

export const sendCallButton = sending({
	name: 'Send Call Button',
	action: 'Send message with call button',
	description:
		'Send a text with a button that calls your business on WhatsApp, where calling is on',
	fields: [
		...recipientFields,
		bodyField,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Call us',
			description: 'Up to 20 characters. Left empty, it says Call Now.',
		},
		{
			displayName: 'Minutes',
			name: 'minutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 43200 },
			default: 10080,
			description: 'How long the button works: from a minute to 30 days',
		},
		{
			displayName: 'Payload',
			name: 'payload',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-2041',
			description: 'Comes back with the call, up to 512 characters; nobody sees it',
		},
		replyOptions,
	],
	content: (form) =>
		callButtonContent(textField(form, 'body'), {
			text: textField(form, 'buttonText'),
			minutes: Number(form.context.getNodeParameter('minutes', form.item, 10_080)),
			payload: textField(form, 'payload'),
		}),
});
