import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const removeUsername = calling({
	name: 'Remove Username',
	action: 'Remove username',
	description: 'Give the username of a number up; somebody else may take it',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'DELETE', path: `/${numberOf(form)}/username` }),
	done: 'removed',
});
