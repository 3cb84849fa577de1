import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { seconds } from '../clock';
import { join } from '../graph/group/routes';
import { tell } from '../graph/group/node';
import { digitsOf, waIdOf } from '../graph/message/recipient';
import type { World } from '../world';

const schema = z
	.object({
		group_id: z.string(),
		act: z.enum(['join', 'leave', 'suspend', 'unsuspend']),
		/** Who joins or leaves: digits or user ID. */
		from: z.string().optional(),
		user_id: z.string().optional(),
	})
	.strict();

export type GroupInput = z.input<typeof schema>;

/** What people and Meta do to a group: follow its invite link (or ask to be let in), leave it, suspend it. */
export function group(world: World, input: GroupInput): { join_request_id?: string } {
	const { group_id, act, from, user_id } = schema.parse(input);
	const found = world.store.groups.get(group_id);
	if (!found) throw new NoSuchGroup(`There is no group ${group_id}`);
	if (act === 'suspend' || act === 'unsuspend') {
		found.suspended = act === 'suspend';
		const type = found.suspended ? 'group_suspend' : 'group_suspend_cleared';
		tell(world, found, 'group_status_update', { type });
		return {};
	}
	const wa_id = from && waIdOf(digitsOf(from));
	const person = world.store.people.meet({ from: wa_id, user_id });
	const member = { ...(person.wa_id && { wa_id: person.wa_id }), user_id: person.user_id };
	if (act === 'leave') {
		found.members = found.members.filter((other) => other.user_id !== member.user_id);
		tell(world, found, 'group_participants_update', {
			type: 'group_participants_remove',
			initiated_by: 'participant',
			removed_participants: [member],
		});
		return {};
	}
	if (!found.invite) throw new NoSuchGroup('The invite link was revoked');
	if (found.join_approval_mode === 'auto_approve') {
		join(world, found, member);
		return {};
	}
	const join_request_id = randomBytes(8).toString('hex');
	found.joinRequests.set(join_request_id, { ...member, at: seconds(world.clock) });
	tell(world, found, 'group_participants_update', {
		type: 'group_join_request_created',
		join_request_id,
		...member,
	});
	return { join_request_id };
}

class NoSuchGroup extends Error {
	readonly statusCode = 404;
}
