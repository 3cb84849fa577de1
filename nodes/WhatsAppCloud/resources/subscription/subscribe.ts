import type { IDataObject } from 'n8n-workflow';
import { subscriptionSummary } from '../../../../core/management/subscription';
import type { Operation } from '../../../shared/operation';
import { accountOf } from '../../manage/ids';
import { patiently } from '../../patiently';

export const subscribe: Operation = {
	name: 'Subscribe',
	action: 'Subscribe app to account',
	description:
		"Let your app get the webhooks of the account. An app that gets them already is left as it is, its override included; other apps' subscriptions are never touched.",
	fields: [],
	async run(context, item, services) {
		const { account, facts, graph } = services;
		const path = `/${accountOf({ context, item, services })}/subscribed_apps`;
		facts.app_id = account.appId;
		const { data } = await patiently(
			services,
			async () => await graph<IDataObject>({ method: 'GET', path }),
		);
		const known = (Array.isArray(data) ? data : [])
			.map((entry) => subscriptionSummary(entry, account.appId))
			.some(({ is_own_app }) => is_own_app);
		// The same call would take an override away from an app that is subscribed.
		if (!known) await graph({ method: 'POST', path });
		return { ...facts, subscribed: true, changed: !known };
	},
};
