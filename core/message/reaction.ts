import { InputError } from '../input';
import type { Content } from './envelope';
import { required } from './required';

const LETTERS = /^[\p{L}\p{N}\s]+$/u;

/** An emoji on a message. An empty one takes the reaction back. Throws InputError for words. */
export function reactionContent({
	messageId,
	emoji,
}: {
	messageId: string;
	emoji: string;
}): Content {
	const shown = emoji.trim();
	if (LETTERS.test(shown)) {
		throw new InputError(
			`"${shown}" is not an emoji. Enter exactly one, or leave the field empty to take your reaction back.`,
		);
	}
	const message_id = required('The ID of the message to react to', messageId).trim();
	return { type: 'reaction', reaction: { message_id, emoji: shown } };
}
