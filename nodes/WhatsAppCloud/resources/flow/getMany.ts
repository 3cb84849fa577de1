import { FLOW_FIELDS, flowSummary } from '../../../../core/management/flow';
import { listing } from '../../manage/calling';
import { accountOf } from '../../manage/ids';

export const getMany = listing({
	name: 'Get Many',
	action: 'Get many flows',
	description: 'List the flows of the account with state, categories and faults',
	fields: [],
	request: (form) => ({
		method: 'GET',
		path: `/${accountOf(form)}/flows`,
		qs: { fields: FLOW_FIELDS },
	}),
	each: flowSummary,
	isSimplified: true,
});
