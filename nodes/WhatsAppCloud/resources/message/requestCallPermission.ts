import { callPermissionRequestContent } from '../../../../core/message/interactive/requests';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { optionalBodyField } from '../../texts';

export const requestCallPermission = sending({
	name: 'Request Call Permission',
	action: 'Request call permission',
	description: 'Ask whether your business may call; once a day and twice a week per person',
	fields: [...recipientFields, optionalBodyField, replyOptions],
	content: (form) => callPermissionRequestContent(textField(form, 'body')),
});
