import { settledRequests } from '../../../../core/management/group';
import { calling } from '../../manage/calling';
import { groupFields, groupOf, joinRequestsField, joinRequestsOf } from '../../manage/group';

export const approveJoinRequests = calling({
	name: 'Approve Join Requests',
	action: 'Approve group join requests',
	description: 'Let people who asked into a group',
	fields: [...groupFields, joinRequestsField],
	request: (form) => ({
		method: 'POST',
		path: `/${groupOf(form)}/join_requests`,
		body: { messaging_product: 'whatsapp', join_requests: joinRequestsOf(form) },
	}),
	result: (answer, { services }) => ({ ...services.facts, ...settledRequests(answer, 'approved') }),
});
