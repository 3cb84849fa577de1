import { contactInfoRequestContent } from '../../../../core/message/interactive/requests';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { bodyField } from '../../texts';

export const requestContactInfo = sending({
	name: 'Request Contact Info',
	action: 'Request contact info',
	description:
		'Ask somebody who hides their phone number to share it; it comes as a contacts message',
	fields: [...recipientFields, bodyField, replyOptions],
	content: (form) => contactInfoRequestContent(textField(form, 'body')),
});
