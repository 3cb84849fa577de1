import { earliest } from '../ledger/join';
import { SLOT, type Cell } from './cell';

/** A change of a template or of the account, in Meta's words. */
export interface News {
	kind: 'template_changed' | 'account_changed';
	/** Unix seconds. */
	at: number;
	template: string;
	language: string;
	reason: string;
}

/** Whether the figures can be trusted, over all time. Times are Unix seconds, 0 when there is none. */
export interface Health {
	/** Sends of which nobody knows yet whether Meta took them; a status that carries their key settles them. */
	unknown: number;
	oldest_unknown_at: number;
	/** Accepted more than an hour ago, and not a single status came: are webhooks arriving at all? */
	without_status: number;
	/** When the latest thing that is counted began. */
	last_event_at: number;
	/** The latest changes of account and templates, newest first. */
	news: News[];
}

const SILENCE = 3600;
const NEWS_SHOWN = 5;
const NEWS_AGE = 30 * 86_400;

const isSilent = ({ status, slot }: Cell, now: number) =>
	(status === 'accepted' || status === 'held') && slot + SLOT + SILENCE <= now;

const total = (cells: Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

/** The news among cells, newest first. */
export function newsOf(cells: Cell[]): News[] {
	return cells
		.flatMap(({ of, first_at: at, template, language, reason }) =>
			of === 'template_changed' || of === 'account_changed'
				? [{ kind: of, at, template, language, reason }]
				: [],
		)
		.sort((a, b) => b.at - a.at || (a.reason < b.reason ? -1 : 1));
}

/** Looks at all cells, not only those of a period. */
export function healthOf(cells: Cell[], now: number): Health {
	const messages = cells.filter(({ of }) => of === 'message');
	const unknown = messages.filter(({ status }) => status === 'unknown');
	return {
		unknown: total(unknown),
		oldest_unknown_at: unknown.reduce((at, { first_at }) => earliest(at, first_at), 0),
		without_status: total(messages.filter((cell) => isSilent(cell, now))),
		last_event_at: cells.reduce((at, { last_at }) => Math.max(at, last_at), 0),
		news: newsOf(cells)
			.filter(({ at }) => at > now - NEWS_AGE)
			.slice(0, NEWS_SHOWN),
	};
}
