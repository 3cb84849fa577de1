import type { Fold, MessageState, NewsState } from '../ledger/fold';
import { isAccepted, isUnknown, reachedAt, startedAt } from '../ledger/progress';
import { earliest } from '../ledger/join';

/** Whether the figures can be trusted, over all time. Times are Unix seconds, 0 when there is none. */
export interface Health {
	/** Sends of which nobody knows yet whether Meta took them; a status that carries their key settles them. */
	unknown: number;
	oldest_unknown_at: number;
	/** Accepted more than an hour ago, and not a single status came: are webhooks arriving at all? */
	without_status: number;
	last_event_at: number;
	/** When the newest row was learnt of. */
	last_received_at: number;
	/** The latest changes of account and templates, newest first. */
	news: NewsState[];
}

const SILENCE = 3600;
const NEWS_SHOWN = 5;
const NEWS_AGE = 30 * 86_400;

const isSilent = (message: MessageState, now: number) =>
	isAccepted(message) &&
	message.sent_at === 0 &&
	message.failed_at === 0 &&
	reachedAt(message) === 0 &&
	now - startedAt(message) > SILENCE;

/** Looks at all messages, not only those of a period. */
export function healthOf(fold: Fold, messages: MessageState[], now: number): Health {
	const unknown = messages.filter(isUnknown);
	const { at, received_at } = fold.last();
	const news = fold
		.news()
		.filter((one) => one.at > now - NEWS_AGE)
		.sort((a, b) => b.at - a.at || (a.reason < b.reason ? -1 : 1));
	return {
		unknown: unknown.length,
		oldest_unknown_at: unknown.map(startedAt).reduce(earliest, 0),
		without_status: messages.filter((message) => isSilent(message, now)).length,
		last_event_at: at,
		last_received_at: received_at,
		news: news.slice(0, NEWS_SHOWN),
	};
}
