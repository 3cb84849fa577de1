import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { numberOf } from '../../manage/ids';
import { messageField, prefilledMessage, qrCodeSummary } from '../../manage/qrCode';

export const create = calling({
	name: 'Create',
	action: 'Create QR code',
	description:
		'Make a QR code and short link that open a chat with a message ready to be sent; a number can have 2,000',
	fields: [
		phoneNumberField,
		messageField,
		{
			displayName: 'Image Format',
			name: 'imageFormat',
			type: 'options',
			options: [
				{ name: 'PNG', value: 'PNG' },
				{ name: 'SVG', value: 'SVG' },
			],
			default: 'PNG',
			description: 'What the address of the image leads to',
		},
		additionalFields(),
	],
	request: (form) => ({
		method: 'POST',
		path: `/${numberOf(form)}/message_qrdls`,
		body: {
			prefilled_message: prefilledMessage(form),
			generate_qr_image: textField(form, 'imageFormat'),
		},
	}),
	result: qrCodeSummary,
});
