import { randomBytes } from 'node:crypto';
import { seconds } from '../../clock';
import { groupId } from '../../ids';
import type { Group, Member } from '../../store';
import type { World } from '../../world';
import { type Call, isObject } from '../call';
import { GraphFailure, noSuchObject, textOf } from '../error';
import { digitsOf, waIdOf } from '../message/recipient';
import { invalid, ownNumber, requireProduct } from '../number/own';
import { pageOf } from '../page';
import type { Route } from '../route';
import { readDescription, readSubject, tell } from './node';

const MODES = ['auto_approve', 'approval_required'];

function groupOf({ store }: World, { method, id }: Call): Group {
	const group = store.groups.get(id);
	if (!group) throw noSuchObject(method, id);
	return group;
}

const newInvite = () => randomBytes(16).toString('base64url').slice(0, 22);
const linkOf = (invite: string) => `https://chat.whatsapp.com/${invite}`;

/** Answers at once with a request ID; the group itself is told by webhook, as at Meta. */
function create(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	requireProduct(call);
	const { subject, description, join_approval_mode = 'auto_approve' } = call.params;
	const mode = String(join_approval_mode);
	if (!MODES.includes(mode))
		throw invalid(`Param join_approval_mode must be one of {${MODES.join(', ')}} - got "${mode}".`);
	const group: Group = {
		id: groupId(number.digits),
		phone_number_id: number.id,
		subject: readSubject(subject),
		description: readDescription(description),
		join_approval_mode: mode,
		created: seconds(world.clock),
		suspended: false,
		members: [],
		invite: newInvite(),
		joinRequests: new Map(),
	};
	world.store.groups.set(group.id, group);
	const request_id = randomBytes(12).toString('hex');
	tell(world, group, 'group_lifecycle_update', {
		type: 'group_create',
		request_id,
		subject: group.subject,
		...(group.description && { description: group.description }),
		invite_link: linkOf(String(group.invite)),
		join_approval_mode: mode,
	});
	return { messaging_product: 'whatsapp', request_id };
}

function list(world: World, call: Call): unknown {
	const { id } = ownNumber(world, call);
	const own = [...world.store.groups.values()].filter((group) => group.phone_number_id === id);
	const { page, paging } = pageOf(own.reverse(), call);
	return {
		data: {
			groups: page.map((group) => ({
				id: group.id,
				subject: group.subject,
				created_at: String(group.created),
			})),
		},
		...(paging && { paging }),
	};
}

function readInvite(world: World, call: Call): unknown {
	const { invite } = groupOf(world, call);
	if (!invite) throw invalid('The invite link of this group was revoked. Create a new one.');
	return { messaging_product: 'whatsapp', invite_link: linkOf(invite) };
}

function resetInvite(world: World, call: Call): unknown {
	const group = groupOf(world, call);
	requireProduct(call);
	group.invite = newInvite();
	return { messaging_product: 'whatsapp', invite_link: linkOf(group.invite) };
}

function revokeInvite(world: World, call: Call): { success: true } {
	groupOf(world, call).invite = undefined;
	return { success: true };
}

function joinRequests(world: World, call: Call): unknown {
	const { joinRequests: all } = groupOf(world, call);
	const items = [...all].map(([id, request]) => ({ id, ...request }));
	const { page, paging } = pageOf(items, call);
	return {
		data: page.map(({ id, wa_id, user_id, at }) => ({
			join_request_id: id,
			...(wa_id && { wa_id }),
			user_id,
			creation_timestamp: String(at),
		})),
		...(paging && { paging }),
	};
}

/** Lets people in or sends them away; each request on its own. */
function settle(world: World, call: Call, name: 'approved' | 'rejected'): unknown {
	const group = groupOf(world, call);
	const ids = call.params.join_requests;
	if (!Array.isArray(ids) || ids.length === 0)
		throw invalid('The parameter join_requests is required.');
	const done: string[] = [];
	const failed: unknown[] = [];
	for (const id of ids.map(String)) {
		const request = group.joinRequests.get(id);
		if (!request) {
			failed.push({
				join_request_id: id,
				errors: [{ code: 131213, message: textOf(131213).title }],
			});
			continue;
		}
		group.joinRequests.delete(id);
		done.push(id);
		if (name === 'approved') join(world, group, request);
	}
	return {
		messaging_product: 'whatsapp',
		[`${name}_join_requests`]: done,
		...(failed.length > 0 && { failed_join_requests: failed }),
	};
}

/** Puts somebody into a group and tells the app. A group has eight members besides the business. */
export function join(world: World, group: Group, { wa_id, user_id }: Member): void {
	if (group.members.length >= 8) throw new GraphFailure(131204);
	group.members.push({ wa_id, user_id });
	tell(world, group, 'group_participants_update', {
		type: 'group_participants_add',
		reason: 'invite_link',
		added_participants: [{ ...(wa_id && { wa_id }), user_id }],
	});
}

function removeMembers(world: World, call: Call): unknown {
	const group = groupOf(world, call);
	requireProduct(call);
	const { participants } = call.params;
	if (!Array.isArray(participants) || participants.length < 1 || participants.length > 8)
		throw invalid('Param participants takes 1 to 8 people.');
	const removed: unknown[] = [];
	for (const one of participants) {
		const { user, user_id } = isObject(one) ? one : {};
		const waId = user === undefined ? undefined : waIdOf(digitsOf(String(user)));
		const index = group.members.findIndex(
			(member) => (waId !== undefined && member.wa_id === waId) || member.user_id === user_id,
		);
		if (index < 0) throw new GraphFailure(131212);
		const [member] = group.members.splice(index, 1);
		removed.push({ input: String(user ?? user_id), ...member });
	}
	tell(world, group, 'group_participants_update', {
		type: 'group_participants_remove',
		initiated_by: 'business',
		removed_participants: removed,
	});
	return { success: true };
}

const needs = 'whatsapp_business_messaging';

export const groupRoutes: Route[] = [
	{ method: 'POST', path: '/:id/groups', needs, run: create },
	{ method: 'GET', path: '/:id/groups', needs, run: list },
	{ method: 'GET', path: '/:id/invite_link', needs, run: readInvite },
	{ method: 'POST', path: '/:id/invite_link', needs, run: resetInvite },
	{ method: 'DELETE', path: '/:id/invite_link', needs, run: revokeInvite },
	{ method: 'GET', path: '/:id/join_requests', needs, run: joinRequests },
	{
		method: 'POST',
		path: '/:id/join_requests',
		needs,
		run: (world, call) => settle(world, call, 'approved'),
	},
	{
		method: 'DELETE',
		path: '/:id/join_requests',
		needs,
		run: (world, call) => settle(world, call, 'rejected'),
	},
	{ method: 'DELETE', path: '/:id/participants', needs, run: removeMembers },
];
