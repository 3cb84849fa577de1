import { FLOW_FIELDS, flowSummary } from '../../../../core/management/flow';
import { calling } from '../../manage/calling';
import { flowField, flowOf } from '../../manage/flow';

export const get = calling({
	name: 'Get',
	action: 'Get flow',
	description: 'Get state, categories and faults of a flow',
	fields: [flowField],
	request: (form) => ({ method: 'GET', path: `/${flowOf(form)}`, qs: { fields: FLOW_FIELDS } }),
	simplify: flowSummary,
});
