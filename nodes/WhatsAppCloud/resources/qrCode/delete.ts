import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';
import { qrCodeField, qrCodeOf } from '../../manage/qrCode';

export const deleteQrCode = calling({
	name: 'Delete',
	action: 'Delete QR code',
	description: 'Delete a QR code for good: its link and every printed copy stop working',
	fields: [phoneNumberField, qrCodeField],
	request: (form) => ({
		method: 'DELETE',
		path: `/${numberOf(form)}/message_qrdls/${qrCodeOf(form)}`,
	}),
	done: 'deleted',
});
