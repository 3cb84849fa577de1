import type { ConsentState, Fold, MessageState } from '../ledger/fold';
import { startedAt } from '../ledger/progress';

/** An answer that quotes nothing belongs to the last message before it, when that is not older than this. */
export const REPLY_WINDOW = 72 * 3600;
/** What quotes a message, or taps its button, belongs to it for this long; after 37 days its rows may be gone. */
export const QUOTE_WINDOW = 30 * 86_400;

/** What people did because of a message. */
export interface Reactions {
	/** Seconds from the attempt to the first answer; -1 when there was none. */
	repliedAfter: number;
	clicked: boolean;
	optedOut: boolean;
}

interface Sent {
	at: number;
	message: MessageState;
}

const idOf = ({ message }: Sent) => `${message.message_id}\n${message.key}`;

/** Finds the message of ours that somebody reacted to. */
function createFinder(messages: MessageState[], people: Set<string>, ids: Set<string>) {
	const byId = new Map<string, MessageState>();
	const byContact = new Map<string, Sent[]>();
	for (const message of messages) {
		if (message.message_id !== '' && ids.has(message.message_id))
			byId.set(message.message_id, message);
		const at = startedAt(message);
		if (at === 0) continue;
		for (const contact of new Set([message.contact_key, message.other_contact_key])) {
			if (!people.has(contact)) continue;
			const sent = byContact.get(contact);
			if (sent) sent.push({ at, message });
			else byContact.set(contact, [{ at, message }]);
		}
	}
	for (const sent of byContact.values()) {
		// Ties by ID, so that the order in which rows arrived changes nothing.
		sent.sort((a, b) => a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1));
	}
	return (answered: string, contact: string, at: number): MessageState | undefined => {
		if (answered !== '') {
			const quoted = byId.get(answered);
			return quoted && at - startedAt(quoted) <= QUOTE_WINDOW ? quoted : undefined;
		}
		// Nobody answers within the second; what left in the same one is our automatic answer to them.
		const before = (byContact.get(contact) ?? []).filter((sent) => sent.at < at);
		const last = before[before.length - 1];
		return last && at - last.at <= REPLY_WINDOW ? last.message : undefined;
	};
}

/** Which messages were answered, tapped, or followed by an opt-out. Each reaction counts for one message. */
export function reactionsOf(fold: Fold, messages: MessageState[]): Map<MessageState, Reactions> {
	const received = fold.received();
	const optOuts = fold.consents().filter(({ kind }) => kind === 'opted_out');
	const found = new Map<MessageState, Reactions>();
	if (received.length === 0 && optOuts.length === 0) return found;

	const people = new Set([...received, ...optOuts].map(({ contact_key }) => contact_key));
	people.delete('');
	const answers = new Map(received.map((one) => [one.message_id, one.reply_to]));
	const answeredBy = ({ message_id }: ConsentState) => answers.get(message_id) ?? message_id;
	const ids = new Set([...received.map(({ reply_to }) => reply_to), ...optOuts.map(answeredBy)]);
	ids.delete('');
	const find = createFinder(messages, people, ids);
	const noted = (message: MessageState) => {
		const known = found.get(message) ?? { repliedAfter: -1, clicked: false, optedOut: false };
		found.set(message, known);
		return known;
	};
	for (const { reply_to, contact_key, at, clicked_at } of received) {
		const message = find(reply_to, contact_key, at);
		if (!message) continue;
		const known = noted(message);
		const after = Math.max(0, at - startedAt(message));
		known.repliedAfter = known.repliedAfter < 0 ? after : Math.min(known.repliedAfter, after);
		if (clicked_at !== 0) known.clicked = true;
	}
	for (const optOut of optOuts) {
		const message = find(answeredBy(optOut), optOut.contact_key, optOut.at);
		if (message) noted(message).optedOut = true;
	}
	return found;
}
