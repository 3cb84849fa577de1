import { startedAt } from '../ledger/progress';
import type { Knowledge } from './knowledge';
import type { PlanSettings } from './settings';

const DAY = 86_400;

/** Meta counts the people a business begins with by template in any 24 hours, over all its numbers. */
export interface MessagingLimit {
	limit: number;
	/** People of the last 24 hours, as far as the ledger knows. */
	used: number;
	/** How many more the plan adds to them. */
	needed: number;
	fits: boolean;
}

/** How the chosen people fit; undefined when the limit is not known. */
export function fitOf(
	chosen: Iterable<string>,
	knowledge: Knowledge,
	{ messagingLimit: limit, now }: Pick<PlanSettings, 'messagingLimit' | 'now'>,
): MessagingLimit | undefined {
	if (limit === undefined) return undefined;
	const used = new Set<string>();
	for (const { id, messages } of knowledge.everybody())
		if (messages.some((state) => state.template !== '' && startedAt(state) > now - DAY))
			used.add(id);
	const all = new Set([...used, ...chosen]);
	return { limit, used: used.size, needed: all.size - used.size, fits: all.size <= limit };
}
