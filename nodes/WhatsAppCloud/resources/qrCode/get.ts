import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';
import { QR_FIELDS, qrCodeField, qrCodeOf, qrCodeSummary } from '../../manage/qrCode';

export const get = calling({
	name: 'Get',
	action: 'Get QR code',
	description: 'Get message, link and image address of a QR code',
	fields: [phoneNumberField, qrCodeField],
	request: (form) => ({
		method: 'GET',
		path: `/${numberOf(form)}/message_qrdls/${qrCodeOf(form)}`,
		qs: { fields: QR_FIELDS },
	}),
	result: qrCodeSummary,
});
