import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const deregister = calling({
	name: 'Deregister',
	action: 'Deregister phone number',
	description:
		'Take a number out of use: it sends and receives nothing until it is registered again, which is possible 10 times in 72 hours',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'POST', path: `/${numberOf(form)}/deregister` }),
	done: 'deregistered',
});
