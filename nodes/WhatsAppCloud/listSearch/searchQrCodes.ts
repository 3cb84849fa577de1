import { text } from '../../../core/webhook/read';
import { numberIn } from './asked';
import { listOf } from './listOf';

/** The QR codes of the chosen number, by the message they open with. */
export const searchQrCodes = listOf(
	(account, context) => ({
		method: 'GET',
		path: `/${numberIn(context, account)}/message_qrdls`,
		qs: { fields: 'code,prefilled_message', limit: 25 },
	}),
	({ code, prefilled_message }) => ({
		name: text(prefilled_message) || text(code),
		value: text(code),
	}),
);
