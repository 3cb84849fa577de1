import type { IDataObject } from 'n8n-workflow';
import { list, record, text } from '../../../../core/webhook/read';
import { InputError } from '../../../../core/input';
import type { Operation } from '../../../shared/operation';
import { patiently } from '../../patiently';

export const getCallback: Operation = {
	name: 'Get App Callback',
	action: 'Get app callback',
	description:
		"Get where Meta calls your app, and for which events; needs the credential's App Secret",
	fields: [],
	async run(_context, _item, services) {
		const { account, appGraph } = services;
		if (!/^\d+$/.test(account.appId)) {
			throw new InputError('The credential has no App ID. Enter it there.');
		}
		const path = `/${account.appId}/subscriptions`;
		const { data } = await patiently(
			services,
			async () => await appGraph<IDataObject>({ method: 'GET', path }),
		);
		const found = list(data)
			.map(record)
			.find(({ object }) => object === 'whatsapp_business_account');
		const fields = list(found?.fields).map((field) => text(record(field).name) || text(field));
		return {
			app_id: account.appId,
			callback_url: text(found?.callback_url),
			active: found?.active === true,
			fields: fields.sort(),
		};
	},
};
