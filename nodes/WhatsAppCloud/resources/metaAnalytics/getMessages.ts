import { messageRows } from '../../../../core/management/insights/rows';
import { calling } from '../../manage/calling';
import {
	filtersField,
	granularityField,
	insightsRequest,
	periodFields,
} from '../../manage/insights';

export const getMessages = calling({
	name: 'Get Messages',
	action: 'Get message analytics',
	description: "Get how many messages were sent and delivered, in Meta's own count",
	fields: [...periodFields, granularityField('DAY', 'MONTH'), filtersField],
	request: (form) => insightsRequest(form, 'analytics'),
	result: messageRows,
});
