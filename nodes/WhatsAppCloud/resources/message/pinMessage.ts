import { pinContent } from '../../../../core/message/pin';
import { groupFields, sendOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';

export const pinMessage = sending({
	name: 'Pin in Group',
	action: 'Pin or unpin message in group',
	description: 'Keep a message at the top of a group, or take it from there; up to three at a time',
	fields: [
		...groupFields,
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. wamid.HBgLMTU1NTAxMDEyMzQ…',
			description: 'ID of a message in the group',
		},
		{
			displayName: 'Pin',
			name: 'pin',
			type: 'boolean',
			default: true,
			description: 'Whether to pin the message; switched off, its pin is taken away',
		},
		{
			displayName: 'Days',
			name: 'days',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 30 },
			default: 7,
			description: 'How many days the message stays pinned',
			displayOptions: { show: { pin: [true] } },
		},
		sendOptions(),
	],
	toGroup: true,
	content: (form) =>
		pinContent({
			messageId: textField(form, 'messageId'),
			unpin: form.context.getNodeParameter('pin', form.item, true) === false,
			days: Number(form.context.getNodeParameter('days', form.item, 7)),
		}),
});
