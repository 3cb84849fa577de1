import { calling } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const revokeInviteLink = calling({
	name: 'Revoke Invite Link',
	action: 'Revoke group invite link',
	description: 'Take the link of a group away: nobody can join until it is reset',
	fields: groupFields,
	request: (form) => ({ method: 'DELETE', path: `/${groupOf(form)}/invite_link` }),
	done: 'revoked',
});
