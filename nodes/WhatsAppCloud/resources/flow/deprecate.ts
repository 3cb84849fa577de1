import { calling } from '../../manage/calling';
import { flowField, flowOf } from '../../manage/flow';

export const deprecate = calling({
	name: 'Deprecate',
	action: 'Deprecate flow',
	description:
		'Retire a published flow for good: it can be neither sent nor opened any more, nor published again',
	fields: [flowField],
	request: (form) => ({ method: 'POST', path: `/${flowOf(form)}/deprecate` }),
	done: 'deprecated',
});
