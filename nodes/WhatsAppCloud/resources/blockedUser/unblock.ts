import { calling } from '../../manage/calling';
import { blockFields, blockRequest, blockResult } from '../../manage/blockedUser';

export const unblock = calling({
	name: 'Unblock',
	action: 'Unblock user',
	description: 'Let somebody who was blocked write to you and hear from you again',
	fields: blockFields,
	request: (form) => blockRequest(form, 'DELETE'),
	result: (answer, form) => blockResult(answer, form, 'unblocked'),
});
