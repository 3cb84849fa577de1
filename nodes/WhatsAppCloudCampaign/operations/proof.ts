import { hashWith } from '../../../core/ledger/privacy';
import { personFields } from '../fields';
import { knowledgeOf } from '../input';
import { personOf } from '../person';
import type { CampaignOperation } from './operation';
import { proofJson } from './standing';

export const proof: CampaignOperation = {
	name: 'Proof',
	action: 'Get proof of consent of person',
	description: 'Show every opt-in and opt-out of one person, with wording, source and time',
	fields: personFields,
	async run(context, run) {
		const { contact_key } = personOf(`${context.getNodeParameter('person', 0) as string}`.trim());
		const knowledge = knowledgeOf(context, run);
		knowledge.introduce([[contact_key]]);
		const { standing } = knowledge.about(contact_key);
		const person = hashWith(run.privacyKey, contact_key);
		const json = { contact_key: person, ...proofJson(standing) };
		return [[{ json, pairedItem: { item: 0 } }], [], []];
	},
};
