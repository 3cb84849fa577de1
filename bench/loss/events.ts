import { messageId, type StatusIds, webhookOf } from '../webhook/bodies';
import { type Random, shuffle } from '../support/random';

/** What Meta reports about one message, once. */
export interface StatusEvent {
	message_id: string;
	status: 'sent' | 'delivered' | 'read' | 'failed';
	/** Unix seconds. */
	at: number;
}

const STORIES: StatusEvent['status'][][] = [
	['sent', 'delivered', 'read'],
	['sent', 'delivered', 'read'],
	['sent', 'delivered'],
	['sent', 'failed'],
];

/** The statuses of as many messages as `count` events need, in the order they happened. */
export function makeEvents(count: number, random: Random, begin: number): StatusEvent[] {
	const events: StatusEvent[] = [];
	for (let message = 0; events.length < count; message++) {
		const message_id = messageId(`loss-${message}`);
		const at = begin + random.int(3600);
		const story = random.pick(STORIES);
		events.push(...story.map((status, i) => ({ message_id, status, at: at + i * 7 })));
	}
	return events.slice(0, count);
}

/**
 * Webhooks of `perCall` events each, in an order that has nothing to do with time; a share of the events comes a second
 * time in another call.
 */
export function makeCalls(
	events: readonly StatusEvent[],
	options: { perCall: number; twiceShare: number; ids: StatusIds; random: Random },
): { calls: string[]; duplicates: number } {
	const { perCall, twiceShare, ids, random } = options;
	const again = events.filter(() => random.next() < twiceShare);
	const all = shuffle([...events, ...again], random);
	const calls: string[] = [];
	for (let i = 0; i < all.length; i += perCall)
		calls.push(webhookOf(all.slice(i, i + perCall).map(toStatus), ids));
	return { calls, duplicates: again.length };
}

const toStatus = ({ message_id, status, at }: StatusEvent) => ({
	id: message_id,
	status,
	timestamp: String(at),
	recipient_id: '15551000000',
	...(status === 'failed' && { errors: [{ code: 131026, title: 'Message undeliverable' }] }),
});
