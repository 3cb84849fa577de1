import { z } from 'zod';
import { seconds } from '../clock';
import { waIdOf, digitsOf } from '../graph/message/recipient';
import { messageId } from '../ids';
import { dispatch } from '../webhooks/dispatch';
import { valueHead } from '../webhooks/envelope';
import type { World } from '../world';
import { inboundContent } from './inbound';

export const receiveSchema = z
	.object({
		/** Phone number. Left out for people who hide theirs: then `user_id` says who. */
		from: z.string().optional(),
		user_id: z.string().optional(),
		name: z.string().optional(),
		username: z.string().optional(),
		type: z
			.enum([
				'text',
				'button',
				'button_reply',
				'list_reply',
				'image',
				'video',
				'audio',
				'voice',
				'document',
				'sticker',
				'location',
				'contacts',
				'order',
				'flow_reply',
				'unsupported',
				'reaction',
				'stop_marketing',
				'resume_marketing',
			])
			.default('text'),
		text: z.string().optional(),
		/** ID of the tapped button or chosen row. */
		id: z.string().optional(),
		title: z.string().optional(),
		description: z.string().optional(),
		payload: z.string().optional(),
		emoji: z.string().optional(),
		latitude: z.number().optional(),
		longitude: z.number().optional(),
		/** The message of ours this one answers. */
		context_message_id: z.string().optional(),
		phone_number_id: z.string().optional(),
		/** The group it is written in. */
		group_id: z.string().optional(),
		filename: z.string().optional(),
		/** What was filled in, for `flow_reply`; what was put into the cart, for `order`. */
		answer: z.record(z.unknown()).optional(),
		/** Merged into the message object, for what this call has no word for. */
		extra: z.record(z.unknown()).optional(),
	})
	.strict()
	.refine(({ from, user_id }) => from ?? user_id, { message: 'say who writes: from or user_id' });

export type ReceiveInput = z.input<typeof receiveSchema>;
export type Received = z.infer<typeof receiveSchema>;

/** Acts as a customer: somebody writes to us, taps a button, reacts, or stops our marketing. */
export function receive(world: World, input: ReceiveInput): { message_id: string } {
	const { store, clock, config, limits, journal } = world;
	const event = receiveSchema.parse(input);
	const number = store.phoneNumbers.get(event.phone_number_id ?? config.phoneNumberId);
	if (!number) throw new Error(`There is no number ${event.phone_number_id}`);
	const from = event.from && waIdOf(digitsOf(event.from));
	const person = store.people.meet({ ...event, from });
	const { wa_id, user_id, name, username } = person;
	// Whoever is blocked writes into the void.
	if (number.blocked.has(user_id)) return { message_id: '' };
	const contact = {
		profile: { name, ...(username && { username }) },
		...(wa_id && { wa_id }),
		user_id,
	};
	const subject = { to: wa_id ?? user_id };

	if (event.type === 'stop_marketing' || event.type === 'resume_marketing') {
		person.stopped = event.type === 'stop_marketing';
		const preference = {
			...(wa_id && { wa_id }),
			user_id,
			detail: `User requested to ${person.stopped ? 'stop' : 'resume'} marketing messages`,
			category: 'marketing_messages',
			value: person.stopped ? 'stop' : 'resume',
			timestamp: seconds(clock),
		};
		const value = { ...valueHead(number), contacts: [contact], user_preferences: [preference] };
		dispatch(world, { field: 'user_preferences', phoneNumberId: number.id, value }, subject);
		return { message_id: '' };
	}

	const message_id = messageId(wa_id ?? user_id, 'in');
	store.inbound.add(message_id);
	person.wrote.set(number.id, clock.now());
	limits.use(number.id, '');
	const context = event.context_message_id;
	const message = {
		...(context && event.type !== 'reaction' && { context: { from: number.digits, id: context } }),
		...(event.group_id && { group_id: event.group_id }),
		...(wa_id && { from: wa_id }),
		from_user_id: user_id,
		id: message_id,
		timestamp: String(seconds(clock)),
		...inboundContent(world, number.id, event),
		...event.extra,
	};
	store.received.push({
		at: seconds(clock),
		after: store.messages.size,
		user_id,
		message,
		answers: event.type === 'reaction' ? undefined : context,
		button: event.type === 'button' ? (event.text ?? event.title ?? event.payload) : undefined,
	});
	journal.push('receive', { message_id, from: wa_id ?? user_id, message_type: event.type });
	const value = { ...valueHead(number), contacts: [contact], messages: [message] };
	dispatch(world, { field: 'messages', phoneNumberId: number.id, value }, subject);
	return { message_id };
}
