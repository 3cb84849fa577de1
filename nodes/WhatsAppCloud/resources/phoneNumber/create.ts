import { InputError } from '../../../../core/input';
import { displayName } from '../../../../core/management/displayName';
import { toAsciiDigits } from '../../../../core/message/digits';
import { textField, type Fields } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { accountOf } from '../../manage/ids';

/** The digits of a field. Throws InputError when there are fewer or more than a number has. */
function digitsIn(form: Fields, field: string, name: string, [min, max]: [number, number]): string {
	const digits = toAsciiDigits(textField(form, name)).replace(/[\s+().-]/g, '');
	if (/^\d+$/.test(digits) && digits.length >= min && digits.length <= max) return digits;
	throw new InputError(`The ${field} has to be ${min} to ${max} digits. Look it up once more.`);
}

export const create = calling({
	name: 'Create',
	action: 'Create phone number',
	description:
		'Add a number to the account; after that, request a code, verify it and register the number',
	fields: [
		{
			displayName: 'Country Calling Code',
			name: 'callingCode',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 49',
		},
		{
			displayName: 'Phone Number',
			name: 'newNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 30 1234567',
			description: 'Without the calling code; not in use in any WhatsApp app',
		},
		{
			displayName: 'Display Name',
			name: 'displayName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Springfield Bakery',
			description: 'What people see, 2 to 75 characters; Meta reviews it',
		},
		additionalFields(),
	],
	request: (form) => ({
		method: 'POST',
		path: `/${accountOf(form)}/phone_numbers`,
		body: {
			cc: digitsIn(form, 'Country Calling Code', 'callingCode', [1, 3]),
			phone_number: digitsIn(form, 'Phone Number', 'newNumber', [4, 14]),
			verified_name: displayName(textField(form, 'displayName')),
		},
	}),
	result: ({ id }) => ({ phone_number_id: id, created: true }),
});
