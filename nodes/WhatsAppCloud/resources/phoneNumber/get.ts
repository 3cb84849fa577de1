import { PHONE_NUMBER_FIELDS, phoneNumberSummary } from '../../../../core/management/phoneNumber';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const get = calling({
	name: 'Get',
	action: 'Get phone number',
	description: 'Get name, state, quality, limits and webhook address of one of your numbers',
	fields: [phoneNumberField],
	request: (form) => ({
		method: 'GET',
		path: `/${numberOf(form)}`,
		qs: { fields: PHONE_NUMBER_FIELDS },
	}),
	simplify: phoneNumberSummary,
});
