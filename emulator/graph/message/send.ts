import type { Message, PhoneNumber, Store } from '../../store';
import type { World } from '../../world';
import type { Call } from '../call';
import { messageFailure, noSuchObject } from '../error';
import { requireUnblocked } from '../number/blockedUsers';
import type { Route } from '../route';
import { accept } from './accept';
import { type CheckedMessage, checkMessage } from './check';
import { findTemplate, fitTemplate } from './fit';
import { requireMarketing } from './marketing';
import { markRead } from './markRead';
import { requireMedia } from './media';
import { type Recipient, readRecipient } from './recipient';
import type { SendComponent } from './template';
import { isWindowOpen } from './window';

function send(world: World, call: Call): unknown {
	const { body, id } = call;
	const number = world.store.phoneNumbers.get(id);
	if (!number) throw noSuchObject('POST', id);
	if (body.status !== undefined) return markRead(world, body);
	return take(world, call, number);
}

/** Everything from the check of the body on; `isMarketing` for the edge that takes marketing templates only. */
function take(world: World, { body, id }: Call, number: PhoneNumber, isMarketing = false): unknown {
	const { store, limits } = world;
	const checked = checkMessage(body);
	if (isMarketing) requireMarketing(body, checked);
	if (number.status !== 'CONNECTED') throw messageFailure(133010);
	const recipient = readRecipient(world, number, body);
	if (recipient.addressedBy === 'group') requireOpenGroup(store, recipient.to);
	else requireUnblocked(number, recipient.person);
	const tooFast = limits.check(id, recipient.to);
	if (tooFast) throw messageFailure(tooFast);
	requireMedia(store, id, checked.type, checked.content);
	const template = checked.type === 'template' ? fit(world, checked) : undefined;
	if (isMarketing && template?.category !== 'MARKETING') throw messageFailure(134100);
	if (template && store.restriction) throw messageFailure(store.restriction.code);
	if (template?.category === 'MARKETING' && !isMarketing)
		if (store.account.disable_marketing_messages_on_cloud_api) throw messageFailure(131063);
	if (!template) requireFreeForm(world, id, checked, recipient);
	limits.use(id, recipient.to);
	const message = accept(world, number, body, checked, recipient, template);
	if (isMarketing) message.pricing_category = 'marketing_lite';
	return answer(message, recipient);
}

/**
 * A group of ours takes messages while it is there, not suspended and somebody is in it. IDs that were never ours are
 * not looked up.
 */
function requireOpenGroup({ groups, deletedGroups }: Store, id: string): void {
	const group = groups.get(id);
	if (deletedGroups.has(id)) throw messageFailure(131041);
	if (group?.suspended) throw messageFailure(131207);
	if (group && group.members.length === 0) throw messageFailure(131020);
}

function sendMarketing(world: World, call: Call): unknown {
	const number = world.store.phoneNumbers.get(call.id);
	if (!number) throw noSuchObject('POST', call.id);
	return take(world, call, number, true);
}

function fit({ store }: World, { content }: CheckedMessage) {
	const sent = content as unknown as Parameters<typeof findTemplate>[1] & {
		components?: SendComponent[];
	};
	const template = findTemplate(store, sent);
	fitTemplate(template, lowerCased(sent.components));
	return template;
}

/** Component types were read in any case; from here on there is one. */
const lowerCased = (components: SendComponent[] = []) =>
	components.map((one) => ({ ...one, type: String(one.type).toLowerCase() }) as SendComponent);

function requireFreeForm(
	{ store, clock, settings }: World,
	phoneNumberId: string,
	{ type, content }: CheckedMessage,
	{ person, addressedBy }: Recipient,
): void {
	if (type === 'reaction') {
		const target = String(content.message_id);
		if (!store.inbound.has(target) && !store.messages.has(target))
			throw messageFailure(
				131009,
				"reaction['message_id'] does not name a message of this conversation",
			);
	}
	if (addressedBy === 'group' || !settings().enforce_window) return;
	if (!isWindowOpen(clock, person, phoneNumberId)) throw messageFailure(131047);
}

function answer(message: Message, { input, to, person, addressedBy }: Recipient): unknown {
	const { message_id, template, held } = message;
	return {
		messaging_product: 'whatsapp',
		contacts: [
			addressedBy === 'phone'
				? { input, wa_id: to }
				: addressedBy === 'user_id'
					? { input, user_id: person.user_id }
					: { input },
		],
		messages: [
			{
				id: message_id,
				...(addressedBy === 'group' && { group_id: to }),
				...(template && { message_status: held ? 'held_for_quality_assessment' : 'accepted' }),
			},
		],
	};
}

export const messageRoutes: Route[] = [
	{ method: 'POST', path: '/:id/messages', needs: 'whatsapp_business_messaging', run: send },
	{
		method: 'POST',
		path: '/:id/marketing_messages',
		needs: 'whatsapp_business_messaging',
		run: sendMarketing,
	},
];
