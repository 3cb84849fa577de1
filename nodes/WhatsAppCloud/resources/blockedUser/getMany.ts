import { text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { listing } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const getMany = listing({
	name: 'Get Many',
	action: 'Get many blocked users',
	description: 'List whom one of your numbers has blocked',
	fields: [phoneNumberField],
	request: (form) => ({ method: 'GET', path: `/${numberOf(form)}/block_users` }),
	each: ({ wa_id, user_id }) => ({ wa_id: text(wa_id), user_id: text(user_id) }),
});
