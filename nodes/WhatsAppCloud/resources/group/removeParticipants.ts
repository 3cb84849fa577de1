import { checkNumber } from '../../../../core/management/limits';
import { addressOf } from '../../../../core/message/address';
import { entriesOf, textField } from '../../form';
import { calling } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const removeParticipants = calling({
	name: 'Remove Participants',
	action: 'Remove group participants',
	description: 'Take up to 8 people out of a group',
	fields: [
		...groupFields,
		{
			displayName: 'Participants',
			name: 'participants',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +1 555 123 4567, US.13491208655302741918',
			description: 'Phone numbers with country code, or WhatsApp user IDs, separated by a comma',
		},
	],
	request: (form) => {
		const people = entriesOf(textField(form, 'participants')).map((text) => addressOf(text));
		checkNumber('request', 'participants', people.length, [1, 8]);
		const path = `/${groupOf(form)}/participants`;
		form.services.facts.participants = people.map(({ shown }) => shown);
		const participants = people.map(({ wire }) =>
			'to' in wire ? { user: wire.to } : { user_id: wire.recipient },
		);
		return { method: 'DELETE', path, body: { messaging_product: 'whatsapp', participants } };
	},
	done: 'removed',
});
