import type { INodeProperties } from 'n8n-workflow';
import { record, list, text } from '../../../core/webhook/read';
import { checkText } from '../../../core/management/limits';
import { required } from '../../../core/message/required';
import { textField, type Fields } from '../form';
import { idOf, locator } from './ids';

const words = {
	displayName: 'QR Code',
	name: 'qrCode',
	description: 'Code of the link wa.me/message/…',
	searchListMethod: 'searchQrCodes',
	placeholder: 'e.g. 4O4YGZEG3RIVE1',
};

/** Needs the list search `searchQrCodes`. */
export const qrCodeField = locator(words);

export const qrCodeOf = (form: Fields) => idOf(form, words, 'code');

export const messageField: INodeProperties = {
	displayName: 'Message',
	name: 'prefilledMessage',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	required: true,
	placeholder: 'e.g. Hi, I saw your poster and…',
	description: 'What the chat opens with, ready to be sent, up to 140 characters',
};

export function prefilledMessage(form: Fields): string {
	const message = required('Message', textField(form, 'prefilledMessage'));
	checkText('qr.message', message);
	return message;
}

/** The fields to ask Graph for. */
export const QR_FIELDS = 'code,prefilled_message,deep_link_url,qr_image_url.format(PNG)';

/** A code as Graph gives it, alone or as the only entry of a list. */
export function qrCodeSummary(answer: unknown) {
	const entry = record(list(record(answer).data)[0] ?? answer);
	return {
		code: text(entry.code),
		prefilled_message: text(entry.prefilled_message),
		link: text(entry.deep_link_url),
		qr_image_url: text(entry.qr_image_url),
	};
}
