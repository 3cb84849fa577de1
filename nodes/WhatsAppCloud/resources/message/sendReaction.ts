import { reactionContent } from '../../../../core/message/reaction';
import { recipientFields, sendOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';

export const sendReaction = sending({
	name: 'Send Reaction',
	action: 'React to message with emoji',
	description: 'Put an emoji on a message of the chat, or take it back',
	fields: [
		...recipientFields,
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. wamid.HBgLMTU1NTAxMDEyMzQ…',
			description: 'ID of the message to react to, at most 30 days old',
		},
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '',
			placeholder: 'e.g. 👍',
			description: 'Exactly one emoji. Left empty, your reaction is taken back.',
		},
		sendOptions(),
	],
	content: (form) =>
		reactionContent({
			messageId: textField(form, 'messageId'),
			emoji: textField(form, 'emoji'),
		}),
});
