import { hashWith } from '../../../core/ledger/privacy';
import { contactKeyOf } from '../../../core/message/phone';
import { contactFields } from '../fields';
import { contactReader, isEmpty, knowledgeOf } from '../input';
import type { CampaignOperation } from './operation';
import { standingJson } from './standing';

export const check: CampaignOperation = {
	name: 'Check',
	action: 'Check consent of contacts',
	description: 'Add to each contact what the ledger says about their consent',
	fields: [contactFields],
	async run(context, run) {
		const knowledge = knowledgeOf(context, run);
		const read = contactReader(context);
		const contacts = context
			.getInputData()
			.map(({ json }, item) => ({ json, item, contact: read(json) }))
			.filter(({ json }) => !isEmpty(json));
		knowledge.introduce(contacts.map(({ contact: { phone, user_id } }) => [phone, user_id]));
		const results = contacts.map(({ json, item, contact: { phone, user_id } }) => {
			const contact_key = hashWith(run.privacyKey, contactKeyOf({ phone, user_id }));
			const { standing } = knowledge.about(phone || user_id);
			return { json: { ...json, contact_key, ...standingJson(standing) }, pairedItem: { item } };
		});
		return [results, [], []];
	},
};
