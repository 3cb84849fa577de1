import type { Message } from '../store';
import type { World } from '../world';
import { type Bubble, wordsOf } from './bubble';

export interface Chat {
	user_id: string;
	wa_id?: string;
	name: string;
	last: Bubble;
}

/** Chats and messages a phone can hold; older ones are still in the record. */
const CHATS = 50;
const MESSAGES = 200;
/** How far back it looks, in messages each way. */
const KEPT = 2000;

const stateOf = ({ states }: Message) =>
	states.failed
		? `failed (${states.failed.code})`
		: (['read', 'delivered', 'sent'] as const).find((state) => states[state] !== undefined);

/** Everything that was said, by the person it was said to or by, oldest first. */
function bubbles({ store }: World): Map<string, Bubble[]> {
	const turns: Array<{ userId: string; turn: number; bubble: Bubble }> = [];
	for (const { message_id, body } of store.sent.slice(-KEPT)) {
		const message = store.messages.get(String(message_id));
		if (!message || message.addressedBy === 'group') continue;
		const bubble: Bubble = {
			id: message.message_id,
			from: 'business',
			at: message.accepted_at,
			...wordsOf(store, body as Record<string, unknown>),
			state: stateOf(message) ?? 'accepted',
		};
		turns.push({ userId: message.person.user_id, turn: message.index, bubble });
	}
	for (const { at, after, user_id, message, answers } of store.received.slice(-KEPT)) {
		const bubble: Bubble = {
			id: String(message.id),
			from: 'person',
			at,
			...wordsOf(store, message),
			...(answers && { answers }),
		};
		// Seconds are too coarse for an order: what counts is how many messages of ours came before.
		turns.push({ userId: user_id, turn: after + 0.5, bubble });
	}
	const chats = new Map<string, Bubble[]>();
	for (const { userId, bubble } of turns.sort((a, b) => a.turn - b.turn)) {
		const list = chats.get(userId) ?? [];
		list.push(bubble);
		chats.set(userId, list);
	}
	return chats;
}

/** Who there is to write with: the last to write or be written to comes first. */
export function chats(world: World): Chat[] {
	const { people } = world.store;
	return [...bubbles(world)]
		.map(([user_id, list]): Chat => {
			const { wa_id, name } = people.byUserId(user_id);
			return { user_id, ...(wa_id && { wa_id }), name, last: list[list.length - 1] };
		})
		.sort((a, b) => b.last.at - a.last.at)
		.slice(0, CHATS);
}

/** One person's chat with the business, oldest message first. */
export function chat(world: World, { user_id }: { user_id: string }): Bubble[] {
	return (bubbles(world).get(user_id) ?? []).slice(-MESSAGES);
}
