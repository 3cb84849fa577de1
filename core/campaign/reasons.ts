/** Why somebody is left out. Stable names: workflows filter by them. */
export const REASONS = [
	'invalid_number',
	'duplicate',
	'no_opt_in',
	'opted_out',
	'already_sent',
	'claimed',
	'unsettled',
	'failed_before',
	'quiet_hours',
	'unknown_time_zone',
	'frequency_cap',
	'unreachable',
	'limited_by_meta',
] as const;

export type ReasonName = (typeof REASONS)[number];

/** One reason and a plain sentence about it. */
export interface Reason {
	reason: ReasonName;
	text: string;
}

/** `2026-11-22 22:04 UTC` */
export const moment = (at: number) =>
	`${new Date(at * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
