import type { Cell } from './cell';

/** Why people were left out before anything was sent. */
export interface SkippedReason {
	/** The word the plan gave; empty where it gave none. */
	reason: string;
	count: number;
}

/** Skipped people by reason, the most frequent first. */
export function skippedOf(cells: Cell[]): SkippedReason[] {
	const reasons = new Map<string, number>();
	for (const { of, status, reason, count } of cells) {
		if (of === 'message' && status === 'skipped')
			reasons.set(reason, (reasons.get(reason) ?? 0) + count);
	}
	return [...reasons]
		.map(([reason, count]) => ({ reason, count }))
		.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
