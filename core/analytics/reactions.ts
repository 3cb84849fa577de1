import type { ConsentState, Fold, MessageState } from '../ledger/fold';
import { startedAt } from '../ledger/progress';
import type { Reactions } from './tally';

/** An answer that quotes nothing belongs to the last message before it, when that is not older than this. */
export const REPLY_WINDOW = 72 * 3600;

interface Sent {
	at: number;
	message: MessageState;
}

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
		sent.sort((a, b) => a.at - b.at || (a.message.message_id < b.message.message_id ? -1 : 1));
	}
	return (answered: string, contact: string, at: number): MessageState | undefined => {
		const quoted = byId.get(answered);
		if (quoted) return quoted;
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
	const note = (message: MessageState | undefined, reaction: Partial<Reactions>) => {
		if (!message) return;
		const known = found.get(message) ?? { replied: false, clicked: false, optedOut: false };
		found.set(message, { ...known, ...reaction });
	};
	for (const { reply_to, contact_key, at, clicked_at } of received) {
		note(find(reply_to, contact_key, at), {
			replied: true,
			...(clicked_at !== 0 && { clicked: true }),
		});
	}
	for (const optOut of optOuts) {
		note(find(answeredBy(optOut), optOut.contact_key, optOut.at), { optedOut: true });
	}
	return found;
}
