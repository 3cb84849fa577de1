import type { Resource } from '../../../shared/operation';
import { approveJoinRequests } from './approveJoinRequests';
import { create } from './create';
import { deleteGroup } from './delete';
import { get } from './get';
import { getInviteLink } from './getInviteLink';
import { getJoinRequests } from './getJoinRequests';
import { getMany } from './getMany';
import { rejectJoinRequests } from './rejectJoinRequests';
import { removeParticipants } from './removeParticipants';
import { resetInviteLink } from './resetInviteLink';
import { revokeInviteLink } from './revokeInviteLink';
import { update } from './update';

export const group: Resource = {
	name: 'Group',
	description: 'Groups of up to 8 people that one of your numbers leads',
	default: 'getMany',
	operations: {
		approveJoinRequests,
		create,
		delete: deleteGroup,
		get,
		getInviteLink,
		getJoinRequests,
		getMany,
		rejectJoinRequests,
		removeParticipants,
		resetInviteLink,
		revokeInviteLink,
		update,
	},
};
