import {
	BUSINESS_ACCOUNT_FIELDS,
	businessAccountSummary,
} from '../../../../core/management/businessAccount';
import { calling } from '../../manage/calling';
import { accountOf } from '../../manage/ids';

export const get = calling({
	name: 'Get',
	action: 'Get business account',
	description: 'Get state, verification, limits and currency of the WhatsApp Business Account',
	fields: [],
	request: (form) => ({
		method: 'GET',
		path: `/${accountOf(form)}`,
		qs: { fields: BUSINESS_ACCOUNT_FIELDS },
	}),
	simplify: businessAccountSummary,
});
