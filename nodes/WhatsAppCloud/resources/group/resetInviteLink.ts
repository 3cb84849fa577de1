import { calling } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const resetInviteLink = calling({
	name: 'Reset Invite Link',
	action: 'Reset group invite link',
	description: 'Make a new link by which people join a group; the old one stops working',
	fields: groupFields,
	request: (form) => ({
		method: 'POST',
		path: `/${groupOf(form)}/invite_link`,
		body: { messaging_product: 'whatsapp' },
	}),
	result: ({ invite_link }, { services }) => ({ ...services.facts, invite_link }),
});
