import { calling } from '../../manage/calling';
import { blockFields, blockRequest, blockResult } from '../../manage/blockedUser';

export const block = calling({
	name: 'Block',
	action: 'Block user',
	description:
		'Block somebody who wrote within the last 24 hours: neither of you can write to or call the other',
	fields: blockFields,
	request: (form) => blockRequest(form, 'POST'),
	result: (answer, form) => blockResult(answer, form, 'blocked'),
});
