import { sixDigits } from '../../../../core/management/codes';
import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const verifyCode = calling({
	name: 'Verify Code',
	action: 'Verify code',
	description: 'Hand the code that came by SMS or voice call back to Meta',
	fields: [
		phoneNumberField,
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. 123-456',
			description: 'The 6 digits that arrived',
		},
	],
	request: (form) => ({
		method: 'POST',
		path: `/${numberOf(form)}/verify_code`,
		body: { code: sixDigits('Code', textField(form, 'code')) },
	}),
	done: 'verified',
});
