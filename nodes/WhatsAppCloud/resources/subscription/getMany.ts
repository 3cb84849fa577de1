import { subscriptionSummary } from '../../../../core/management/subscription';
import { calling } from '../../manage/calling';
import { accountOf } from '../../manage/ids';

export const getMany = calling({
	name: 'Get Many',
	action: 'Get many subscriptions',
	description: 'List the apps that get the webhooks of the account, and where each gets them',
	fields: [],
	request: (form) => ({ method: 'GET', path: `/${accountOf(form)}/subscribed_apps` }),
	result: ({ data }, { services: { account } }) =>
		(Array.isArray(data) ? data : []).map((entry) => subscriptionSummary(entry, account.appId)),
});
