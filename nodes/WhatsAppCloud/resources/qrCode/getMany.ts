import { phoneNumberField } from '../../../shared/fields';
import { listing } from '../../manage/calling';
import { numberOf } from '../../manage/ids';
import { QR_FIELDS, qrCodeSummary } from '../../manage/qrCode';

export const getMany = listing({
	name: 'Get Many',
	action: 'Get many QR codes',
	description: 'List the QR codes of a number with message, link and image address',
	fields: [phoneNumberField],
	request: (form) => ({
		method: 'GET',
		path: `/${numberOf(form)}/message_qrdls`,
		// Meta gives at most 25 at a time.
		qs: { fields: QR_FIELDS, limit: 25 },
	}),
	each: qrCodeSummary,
});
