import type { IDataObject } from 'n8n-workflow';
import { allPages } from '../../../../core/graph/pages';
import { InputError } from '../../../../core/input';
import { subscriptionSummary } from '../../../../core/management/subscription';
import { list, record, text } from '../../../../core/webhook/read';
import type { Operation, Services } from '../../../shared/operation';
import { textOf } from '../../form';
import { accountOf } from '../../manage/ids';
import { patiently } from '../../patiently';

const OBJECT = 'whatsapp_business_account';

/** The own app's override of the account. The body-less call removes it and keeps the app subscribed. */
async function fromAccount(services: Services, id: string, address: string): Promise<boolean> {
	const { account, graph } = services;
	const path = `/${id}/subscribed_apps`;
	const { data } = await patiently(
		services,
		async () => await graph<IDataObject>({ method: 'GET', path }),
	);
	const own = list(data)
		.map((entry) => subscriptionSummary(entry, account.appId))
		.find(({ is_own_app }) => is_own_app);
	if (own?.override_callback_uri !== address) return false;
	await graph({ method: 'POST', path });
	return true;
}

/** IDs of the numbers that had the address. */
async function fromNumbers(services: Services, id: string, address: string): Promise<string[]> {
	const { graph } = services;
	const numbers = await patiently(
		services,
		async () =>
			await allPages<IDataObject>(graph, {
				method: 'GET',
				path: `/${id}/phone_numbers`,
				qs: { fields: 'id,webhook_configuration' },
			}),
	);
	const theirs = numbers
		.filter((number) => record(number.webhook_configuration).phone_number === address)
		.map((number) => text(number.id));
	for (const number of theirs) {
		const body = { webhook_configuration: { override_callback_uri: '' } };
		await graph({ method: 'POST', path: `/${number}`, body });
	}
	return theirs;
}

async function fromApp(services: Services, address: string): Promise<boolean> {
	const { account, appGraph } = services;
	if (!/^\d+$/.test(account.appId)) return false;
	const path = `/${account.appId}/subscriptions`;
	const { data } = await patiently(
		services,
		async () => await appGraph<IDataObject>({ method: 'GET', path }),
	);
	const found = list(data).map(record);
	if (!found.some((one) => one.object === OBJECT && one.callback_url === address)) return false;
	await appGraph({ method: 'DELETE', path, qs: { object: OBJECT } });
	return true;
}

export const removeAddress: Operation = {
	name: 'Remove Webhook Address',
	action: 'Remove webhook address',
	description:
		'Take one exact webhook address away from account, numbers and app, for example that of an n8n that is gone. Every other address stays.',
	fields: [
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://old-n8n.example.com/webhook/…/webhook',
			description:
				'The whole address, as the trigger names it when it refuses to replace it. Whoever is behind it gets no WhatsApp events any more.',
		},
	],
	async run(context, item, services) {
		const address = textOf(context.getNodeParameter('address', item, '')).trim();
		if (!/^https?:\/\/\S+$/.test(address)) {
			throw new InputError('The Address is not a whole web address. Copy it from what n8n says.');
		}
		const id = accountOf({ context, item, services });
		services.facts.address = address;
		const phone_number_ids = await fromNumbers(services, id, address);
		const business_account = await fromAccount(services, id, address);
		const app = await fromApp(services, address);
		const changed = business_account || app || phone_number_ids.length > 0;
		return { ...services.facts, business_account, phone_number_ids, app, changed };
	},
};
