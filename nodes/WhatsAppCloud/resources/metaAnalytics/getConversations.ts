import { conversationRows } from '../../../../core/management/insights/rows';
import { calling } from '../../manage/calling';
import {
	dimensionsField,
	filtersField,
	granularityField,
	insightsRequest,
	periodFields,
} from '../../manage/insights';

const DIMENSIONS = {
	CONVERSATION_CATEGORY: 'Category',
	CONVERSATION_DIRECTION: 'Direction',
	CONVERSATION_TYPE: 'Type',
	COUNTRY: 'Country',
	PHONE: 'Phone Number',
};

export const getConversations = calling({
	name: 'Get Conversations',
	action: 'Get conversation analytics',
	description:
		'Get how many 24-hour conversations there were; Meta bills by message since July 2025, see Get Pricing',
	fields: [
		...periodFields,
		granularityField('DAILY', 'MONTHLY'),
		dimensionsField(DIMENSIONS, ['CONVERSATION_CATEGORY']),
		filtersField,
	],
	request: (form) => insightsRequest(form, 'conversation_analytics', ['CONVERSATION', 'COST']),
	result: conversationRows,
});
