import { replyButtonsContent } from '../../../../core/message/interactive/replyButtons';
import { replyButtonsField, replyButtonsOf } from '../../buttons';
import { recipientFields, replyOptions } from '../../fields';
import { groupField } from '../../form';
import { headerFields } from '../../header';
import { sending } from '../../send';
import { bodyField, footerField, frameOf } from '../../texts';

export const sendReplyButtons = sending({
	name: 'Send Reply Buttons',
	action: 'Send message with reply buttons',
	description: 'Ask something with one to three buttons to answer with',
	fields: [
		...recipientFields,
		bodyField,
		replyButtonsField(),
		...headerFields(['document', 'image', 'text', 'video']),
		footerField,
		replyOptions,
	],
	content: async (form) =>
		replyButtonsContent(await frameOf(form), replyButtonsOf(groupField(form, 'buttons'))),
});
