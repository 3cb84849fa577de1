import { calling } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const getInviteLink = calling({
	name: 'Get Invite Link',
	action: 'Get group invite link',
	description: 'Get the link by which people join a group',
	fields: groupFields,
	request: (form) => ({ method: 'GET', path: `/${groupOf(form)}/invite_link` }),
	result: ({ invite_link }, { services }) => ({ ...services.facts, invite_link }),
});
