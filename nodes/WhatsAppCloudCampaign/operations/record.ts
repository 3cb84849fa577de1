import type { INodeExecutionData } from 'n8n-workflow';
import { InputError } from '../../../core/input';
import { countryOf } from '../../../core/ledger/callingCodes';
import { newRow } from '../../../core/ledger/rows/newRow';
import { seconds } from '../../../core/ledger/read';
import { personFields } from '../fields';
import { isEmpty } from '../input';
import { personOf } from '../person';
import type { CampaignOperation } from './operation';

interface Words {
	name: string;
	action: string;
	description: string;
	wording: string;
}

/** A row for the ledger per item: who decided, when, by which words and where. */
function record(kind: 'opted_in' | 'opted_out', words: Words): CampaignOperation {
	return {
		...words,
		fields: [
			...personFields,
			{
				displayName: 'Wording',
				name: 'wording',
				type: 'string',
				default: '',
				placeholder: words.wording,
				description: 'Words the person agreed to or wrote, kept as the proof',
			},
			{
				displayName: 'Source',
				name: 'source',
				type: 'string',
				default: '',
				placeholder: 'e.g. order form on the website',
				description: 'Where it happened',
			},
			{
				displayName: 'Time',
				name: 'time',
				type: 'dateTime',
				default: '',
				description: 'When it happened. Leave empty for now.',
			},
		],
		async run(context, run) {
			const results: INodeExecutionData[] = [];
			context.getInputData().forEach(({ json }, item) => {
				if (isEmpty(json) && context.getInputData().length > 1) return;
				run.item = item;
				const asked = (name: string) =>
					`${context.getNodeParameter(name, item, '') as string}`.trim();
				const { digits, contact_key } = personOf(asked('person'));
				const time = asked('time');
				const at = time === '' ? run.now : seconds(time);
				if (at === 0 || at > run.now + 60) {
					throw new InputError(
						`The time "${time}" is not a date that has come. Enter one such as 2026-11-01T08:00:00Z, or leave it empty for now.`,
					);
				}
				const row = newRow(
					{
						kind,
						at,
						received_at: run.now,
						recipient: digits,
						contact_key,
						country: countryOf(digits, contact_key),
						reason: asked('wording'),
						source: asked('source') || 'workflow',
					},
					{ privacyKey: run.privacyKey },
				);
				results.push({ json: row, pairedItem: { item } });
			});
			return [results, [], []];
		},
	};
}

export const recordOptIn = record('opted_in', {
	name: 'Record Opt-In',
	action: 'Record opt in of person',
	description: 'Make the ledger row that says a person asked for messages, with the proof',
	wording: 'e.g. Send me offers by WhatsApp',
});

export const recordOptOut = record('opted_out', {
	name: 'Record Opt-Out',
	action: 'Record opt out of person',
	description: 'Make the ledger row that says a person wants no more messages',
	wording: 'e.g. STOP',
});
