import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { explainMessage, type Asked } from '../../../core/analytics/explain';
import { momentOf } from '../../../core/analytics/moments';
import { createZone } from '../../../core/analytics/zone';
import { InputError } from '../../../core/input';
import { privacyKeyOf } from '../../shared/privacyKey';
import { rowsOf } from '../input';
import type { AnalyticsOperation } from './operation';

const fields: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		default: 'messageId',
		options: [
			{ name: 'Message ID', value: 'messageId' },
			{
				name: 'Person and Time',
				value: 'person',
				description: 'The last message to somebody, now or at a time',
			},
		],
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI…',
		description: 'ID from Meta, as the send result and the ledger have it',
		displayOptions: { show: { findBy: ['messageId'] } },
	},
	{
		displayName: 'Person',
		name: 'person',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +1 555 123 4567',
		description: 'Phone number with country code, user ID, or the contact key of the ledger',
		displayOptions: { show: { findBy: ['person'] } },
	},
	{
		displayName: 'Time',
		name: 'at',
		type: 'dateTime',
		default: '',
		description: 'The last message at or before this time. Leave empty for now.',
		displayOptions: { show: { findBy: ['person'] } },
	},
];

/** What the user asks for. Throws InputError when it is left empty, and for a time that is none. */
function askedIn(context: IExecuteFunctions, now: number): Asked {
	const text = (name: string) => `${context.getNodeParameter(name, 0, '') as string}`.trim();
	if (text('findBy') === 'person') {
		const person = text('person');
		if (person === '') throw new InputError('Enter whose message it is: a number or a user ID.');
		const at = momentOf('Time', text('at'), createZone(context.getTimezone()));
		return { person, at: at || now };
	}
	const message_id = text('messageId');
	if (message_id === '') {
		throw new InputError('Enter the message ID, or choose Find By: Person and Time.');
	}
	return { message_id };
}

export const explain: AnalyticsOperation = {
	name: 'Explain Message',
	action: 'Explain what happened to a message',
	description:
		'Tell from ledger rows what happened to one message, why, what to do next, and whether it is safe to send it again',
	fields,
	async run(context, run) {
		const asked = askedIn(context, run.now);
		const privacyKey = await privacyKeyOf(context);
		const found = explainMessage(rowsOf(context), asked, { now: run.now, privacyKey });
		if (!found) {
			throw new InputError(
				'No row of the ledger that came in is about such a message. Check the ID or the person, and whether all rows of the ledger (wa_ledger) are connected.',
			);
		}
		return [{ json: found as unknown as IDataObject, pairedItem: { item: 0 } }];
	},
};
