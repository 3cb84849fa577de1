import { calling } from '../../manage/calling';
import { flowField, flowOf } from '../../manage/flow';

export const deleteFlow = calling({
	name: 'Delete',
	action: 'Delete flow',
	description: 'Delete a draft for good; a flow that was published can only be deprecated',
	fields: [flowField],
	request: (form) => ({ method: 'DELETE', path: `/${flowOf(form)}` }),
	done: 'deleted',
});
