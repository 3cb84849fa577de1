import { languageCode } from '../../../../core/template/create/identity';
import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const requestCode = calling({
	name: 'Request Code',
	action: 'Request verification code',
	description: 'Let Meta send a code to the number, which proves that it is yours',
	fields: [
		phoneNumberField,
		{
			displayName: 'Code By',
			name: 'codeMethod',
			type: 'options',
			options: [
				{ name: 'SMS', value: 'SMS' },
				{ name: 'Voice Call', value: 'VOICE' },
			],
			default: 'SMS',
			description: 'How the code arrives',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: 'en_US',
			required: true,
			placeholder: 'e.g. en_US',
			description: 'Code of the language in which it is told',
		},
	],
	request: (form) => ({
		method: 'POST',
		path: `/${numberOf(form)}/request_code`,
		body: {
			code_method: textField(form, 'codeMethod'),
			language: languageCode(textField(form, 'language')),
		},
	}),
	done: 'code_requested',
});
