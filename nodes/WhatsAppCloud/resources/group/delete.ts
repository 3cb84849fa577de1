import { calling } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const deleteGroup = calling({
	name: 'Delete',
	action: 'Delete group',
	description: 'Delete a group for good: everybody is taken out of it and its link stops working',
	fields: groupFields,
	request: (form) => ({ method: 'DELETE', path: `/${groupOf(form)}` }),
	done: 'deleted',
});
