import { text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { listing } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const getMany = listing({
	name: 'Get Many',
	action: 'Get many groups',
	description: 'List the groups of a number',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'GET', path: `/${numberOf(form)}/groups` }),
	each: ({ id, subject, created_at }) => ({
		group_id: text(id),
		subject: text(subject),
		created_at: Number(created_at ?? 0),
	}),
});
