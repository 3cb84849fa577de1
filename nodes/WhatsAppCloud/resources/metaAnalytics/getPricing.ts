import { pricingRows } from '../../../../core/management/insights/rows';
import { calling } from '../../manage/calling';
import {
	dimensionsField,
	filtersField,
	granularityField,
	insightsRequest,
	periodFields,
} from '../../manage/insights';

const DIMENSIONS = {
	COUNTRY: 'Country',
	PHONE: 'Phone Number',
	PRICING_CATEGORY: 'Category',
	PRICING_TYPE: 'Pricing Type',
	TIER: 'Volume Tier',
};

export const getPricing = calling({
	name: 'Get Pricing',
	action: 'Get pricing analytics',
	description:
		'Get how many messages were delivered and about what they cost, in the currency of the account',
	fields: [
		...periodFields,
		granularityField('DAILY', 'MONTHLY'),
		dimensionsField(DIMENSIONS, ['PRICING_CATEGORY', 'PRICING_TYPE']),
		filtersField,
	],
	request: (form) => insightsRequest(form, 'pricing_analytics', ['COST', 'VOLUME']),
	result: pricingRows,
});
