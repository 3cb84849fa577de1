import { PHONE_NUMBER_FIELDS, phoneNumberSummary } from '../../../../core/management/phoneNumber';
import { listing } from '../../manage/calling';
import { accountOf } from '../../manage/ids';

export const getMany = listing({
	name: 'Get Many',
	action: 'Get many phone numbers',
	description: 'List the numbers of the account with state, quality, limits and webhook address',
	fields: [],
	request: (form) => ({
		method: 'GET',
		path: `/${accountOf(form)}/phone_numbers`,
		qs: { fields: PHONE_NUMBER_FIELDS },
	}),
	each: phoneNumberSummary,
	isSimplified: true,
});
