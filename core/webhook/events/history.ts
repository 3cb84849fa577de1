import { list, numeric, record, type Json } from '../read';
import { addAccount } from './account';
import { addProblems } from './beside';
import { addMessages, isFromBusiness } from './messages';
import type { Place, Split } from './place';

/**
 * Old chats that arrive once when a WhatsApp Business app number is connected: every message becomes an item marked
 * as history, and every chunk one account event that tells how far it is.
 */
export function addHistory(split: Split, place: Place, value: Json): void {
	for (const original of list(value.history)) {
		const chunk = record(original);
		for (const inner of list(chunk.threads)) {
			const thread = record(inner);
			const contacts = thread.context ? [thread.context] : [];
			for (const message of list(thread.messages)) {
				const echo = isFromBusiness(message, place);
				addMessages(split, place, [message], contacts, { echo, history: true });
			}
		}
		addProblems(split, place, list(chunk.errors));
		const progress = numeric(record(chunk.metadata).progress);
		if (progress !== undefined) {
			addAccount(split, place, chunk.metadata, {
				event: 'history',
				summary: `The chat history is ${progress} % transferred.`,
			});
		}
	}
	addMessages(split, place, list(value.messages), list(value.contacts), { history: true });
}
