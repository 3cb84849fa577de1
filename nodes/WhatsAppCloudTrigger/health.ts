/** Stands beside the counters, since several processes do not share them. */
export const SCOPE =
	'Counted by the n8n process that answered, since it started. In queue mode each webhook process counts for itself.';

/** What one trigger of one process has done since the process started. */
export interface Counters {
	since: number;
	/** Calls that were signed and well formed. */
	accepted: number;
	/** Calls whose events were all filtered out. */
	unwanted: number;
	/** Events that were not passed on, by the filter that held them back. */
	filtered: Record<string, number>;
	/** Calls turned away, by reason. */
	refused: Record<string, number>;
	items: { message: number; status: number; account: number };
	last_accepted_at: number;
	last_refused_at: number;
	last_refusal: string;
}

export function createCounters(now: number): Counters {
	return {
		since: now,
		accepted: 0,
		unwanted: 0,
		filtered: {},
		refused: {},
		items: { message: 0, status: 0, account: 0 },
		last_accepted_at: 0,
		last_refused_at: 0,
		last_refusal: '',
	};
}

export function countFiltered(counters: Counters, reason: string): void {
	counters.filtered[reason] = (counters.filtered[reason] ?? 0) + 1;
}

/** Reasons are a handful of fixed sentences, so this stays small whatever is sent to us. */
export function countRefusal(counters: Counters, reason: string, now: number): void {
	counters.refused[reason] = (counters.refused[reason] ?? 0) + 1;
	counters.last_refused_at = now;
	counters.last_refusal = reason;
}
