import type { IDataObject } from 'n8n-workflow';
import { planCampaign } from '../../../core/campaign/plan';
import { contactReader, isEmpty, knowledgeOf } from '../input';
import { planFields } from '../planFields';
import { planSettingsOf } from '../planSettings';
import type { CampaignOperation } from './operation';

export const plan: CampaignOperation = {
	name: 'Plan',
	action: 'Plan who gets campaign',
	description:
		'Split contacts into those who may get a message and those who may not, with every reason why',
	fields: planFields,
	async run(context, run) {
		const settings = planSettingsOf(context, run);
		const knowledge = knowledgeOf(context, run);
		const read = contactReader(context);
		const items = context
			.getInputData()
			.map(({ json }, item) => ({ json, item }))
			.filter(({ json }) => !isEmpty(json));
		const contacts = items.map(({ json }) => read(json));
		const { send, skipped, summary } = planCampaign(contacts, knowledge, settings);
		const { campaign, category } = settings;
		const own = (index: number, added: IDataObject) => ({
			json: { ...items[index].json, ...added },
			pairedItem: { item: items[index].item },
		});
		return [
			send.map(({ index, to, contact_key, key, variant, notes }) =>
				own(index, { to, contact_key, key, campaign, variant, notes: notes.join(' ') }),
			),
			skipped.map(({ index, reasons }) =>
				own(index, {
					campaign,
					reasons: reasons.map(({ reason }) => reason),
					why: reasons.map(({ text }) => text).join(' '),
				}),
			),
			[{ json: { campaign, category, ...summary } as IDataObject, pairedItem: { item: 0 } }],
		];
	},
};
