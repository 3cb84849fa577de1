import { customContent } from '../../../../core/message/custom';
import { groupOptions, recipientFields } from '../../fields';
import { sending } from '../../send';

export const sendCustom = sending({
	name: 'Send Custom Body',
	action: 'Send message with custom body',
	description:
		"Send a message of any type in Meta's own JSON, for what no other operation offers yet",
	fields: [
		...recipientFields,
		{
			displayName: 'Body (JSON)',
			name: 'customBody',
			type: 'json',
			typeOptions: { rows: 8 },
			default: '{\n  "type": "text",\n  "text": { "body": "Hello" }\n}',
			required: true,
			description:
				"The message as in Meta's documentation: its type, and the object of that type. Recipient and tracking key come from this node; what the JSON says about them is left out.",
		},
		groupOptions(),
	],
	content: ({ context, item }) => customContent(context.getNodeParameter('customBody', item, '')),
});
