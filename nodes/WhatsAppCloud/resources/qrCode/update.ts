import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';
import { messageField, prefilledMessage, qrCodeField, qrCodeOf } from '../../manage/qrCode';

export const update = calling({
	name: 'Update',
	action: 'Update QR code',
	description: 'Change the message of a QR code; code, link and printed images stay good',
	fields: [phoneNumberField, qrCodeField, messageField],
	request: (form) => ({
		method: 'POST',
		path: `/${numberOf(form)}/message_qrdls`,
		body: { code: qrCodeOf(form), prefilled_message: prefilledMessage(form) },
	}),
	done: 'updated',
});
