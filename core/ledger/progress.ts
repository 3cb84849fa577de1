import { earliest } from './join';
import type { MessageState } from './messageState';

/** Where a message stands. `unknown` includes a claim without an outcome. */
export type MessageStatus =
	| 'planned'
	| 'skipped'
	| 'unknown'
	| 'refused'
	| 'accepted'
	| 'held'
	| 'sent'
	| 'delivered'
	| 'read'
	| 'failed';

/** Listening to a voice message is reading it. */
export const readAt = (state: MessageState) => earliest(state.read_at, state.played_at);

/** First sign that it arrived: Meta leaves out `delivered` when the chat is open, and what was read was delivered. */
export const reachedAt = (state: MessageState) => earliest(state.delivered_at, readAt(state));

/** Meta took it. A status proves that even when our own row of the answer was lost. */
export const isAccepted = (state: MessageState) =>
	state.accepted_at !== 0 ||
	state.held_at !== 0 ||
	state.sent_at !== 0 ||
	state.failed_at !== 0 ||
	reachedAt(state) !== 0;

/** Left Meta's servers; arriving proves it. */
export const isSent = (state: MessageState) => state.sent_at !== 0 || reachedAt(state) !== 0;

/** Meta gave up, and it did not arrive by another way (a second device). */
export const isFailed = (state: MessageState) => state.failed_at !== 0 && reachedAt(state) === 0;

/** Meta refused the request, and no later evidence says otherwise. */
export const isRefused = (state: MessageState) => state.refused_at !== 0 && !isAccepted(state);

/** The request left us, or was about to, and nothing has told yet what came of it. */
export const isUnknown = (state: MessageState) =>
	(state.unknown_at !== 0 || state.claimed_at !== 0) &&
	state.refused_at === 0 &&
	!isAccepted(state);

/** When the attempt began: the first thing that happened after planning. 0 for messages that are only planned. */
export function startedAt(state: MessageState): number {
	let at = state.claimed_at;
	at = earliest(at, state.unknown_at);
	at = earliest(at, state.refused_at);
	at = earliest(at, state.accepted_at);
	at = earliest(at, state.held_at);
	at = earliest(at, state.sent_at);
	at = earliest(at, state.failed_at);
	return earliest(at, reachedAt(state));
}

/** One word for where it stands now: reached wins over failed, and later stages over earlier ones. */
export function statusOf(state: MessageState): MessageStatus {
	if (readAt(state) !== 0) return 'read';
	if (reachedAt(state) !== 0) return 'delivered';
	if (state.failed_at !== 0) return 'failed';
	if (state.sent_at !== 0) return 'sent';
	if (state.held_at !== 0) return 'held';
	if (state.accepted_at !== 0) return 'accepted';
	if (state.refused_at !== 0) return 'refused';
	if (isUnknown(state)) return 'unknown';
	return state.skipped_at !== 0 ? 'skipped' : 'planned';
}
