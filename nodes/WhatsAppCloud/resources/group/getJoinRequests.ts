import { text } from '../../../../core/webhook/read';
import { listing } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const getJoinRequests = listing({
	name: 'Get Join Requests',
	action: 'Get group join requests',
	description: 'List who asks to join a group',
	fields: groupFields,
	request: (form) => ({ method: 'GET', path: `/${groupOf(form)}/join_requests` }),
	each: ({ join_request_id, wa_id, user_id, creation_timestamp }) => ({
		join_request_id: text(join_request_id),
		wa_id: text(wa_id),
		user_id: text(user_id),
		created_at: Number(creation_timestamp ?? 0),
	}),
});
