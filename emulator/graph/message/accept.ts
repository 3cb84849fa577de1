import { seconds } from '../../clock';
import { messageId } from '../../ids';
import { randomFor } from '../../random';
import type { Message, PhoneNumber, Template } from '../../store';
import { planStatuses } from '../../webhooks/lifecycle';
import { isBillable } from '../../webhooks/pricing';
import type { World } from '../../world';
import type { CheckedMessage } from './check';
import type { Recipient } from './recipient';

/** Takes a message that passed every check: it counts from here on, and its statuses are planned. */
export function accept(
	world: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
	{ type, content }: CheckedMessage,
	{ to, person, addressedBy }: Recipient,
	template: Template | undefined,
): Message {
	const { store, clock, journal, settings } = world;
	const category = template?.category.toLowerCase() ?? 'service';
	const index = store.messages.size + 1;
	const held =
		category === 'marketing' &&
		randomFor(settings().seed, `held ${index}`)() < settings().rates.held;
	const message: Message = {
		message_id: messageId(person.wa_id ?? to, 'out'),
		phone_number_id: number.id,
		to,
		person,
		addressedBy,
		key: String(body.biz_opaque_callback_data ?? ''),
		type: type === 'audio' && content.voice === true ? 'voice' : type,
		template: template?.name ?? '',
		template_id: template?.id ?? '',
		language: template?.language ?? '',
		category,
		billable: isBillable(store, clock, category, number.id),
		accepted_at: seconds(clock),
		held,
		states: {},
		index,
	};
	store.messages.set(message.message_id, message);
	store.sent.push({ message_id: message.message_id, phone_number_id: number.id, body });
	journal.push('message', {
		message_id: message.message_id,
		to,
		message_type: type,
		template: message.template,
		key: message.key,
	});
	planStatuses(world, message);
	return message;
}
