import { locationRequestContent } from '../../../../core/message/interactive/requests';
import { recipientFields, replyOptions } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';
import { bodyField } from '../../texts';

export const requestLocation = sending({
	name: 'Request Location',
	action: 'Request location',
	description: 'Ask with a button for the place where somebody is; it comes as a location message',
	fields: [...recipientFields, bodyField, replyOptions],
	content: (form) => locationRequestContent(textField(form, 'body')),
});
