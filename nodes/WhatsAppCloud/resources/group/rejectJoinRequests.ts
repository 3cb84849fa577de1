import { settledRequests } from '../../../../core/management/group';
import { calling } from '../../manage/calling';
import { groupFields, groupOf, joinRequestsField, joinRequestsOf } from '../../manage/group';

export const rejectJoinRequests = calling({
	name: 'Reject Join Requests',
	action: 'Reject group join requests',
	description: 'Turn people away who asked to join a group',
	fields: [...groupFields, joinRequestsField],
	request: (form) => ({
		method: 'DELETE',
		path: `/${groupOf(form)}/join_requests`,
		body: { messaging_product: 'whatsapp', join_requests: joinRequestsOf(form) },
	}),
	result: (answer, { services }) => ({ ...services.facts, ...settledRequests(answer, 'rejected') }),
});
