import { text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const getUsername = calling({
	name: 'Get Username',
	action: 'Get username',
	description: 'Get the name under which people find a number without knowing it',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'GET', path: `/${numberOf(form)}/username` }),
	result: ({ username, status }, { services }) => ({
		phone_number_id: services.facts.phone_number_id,
		username: text(username),
		username_status: text(status),
	}),
});
