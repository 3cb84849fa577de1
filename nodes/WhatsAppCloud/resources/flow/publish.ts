import { calling } from '../../manage/calling';
import { flowField, flowOf } from '../../manage/flow';

export const publish = calling({
	name: 'Publish',
	action: 'Publish flow',
	description: 'Let a draft be sent to people; its JSON cannot be changed after that',
	fields: [flowField],
	request: (form) => ({ method: 'POST', path: `/${flowOf(form)}/publish` }),
	done: 'published',
});
