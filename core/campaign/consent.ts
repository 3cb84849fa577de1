import type { LedgerRow } from '../ledger/row';

/** One decision of a person about our messages, as it can be shown to whoever asks for the proof. */
export interface Decision {
	kind: 'opted_in' | 'opted_out';
	/** Unix seconds. */
	at: number;
	/** What the person read or wrote. */
	wording: string;
	/** Where it was recorded: a web form, the trigger, Meta … */
	source: string;
	campaign: string;
	message_id: string;
	phone_number_id: string;
}

/** Where a person stands and why: the latest decision holds, and an opt-out wins a tie. */
export interface Standing {
	consent: 'opted_in' | 'opted_out' | 'unknown';
	/** The decision that holds. */
	decision?: Decision;
	/** All of them, the oldest first. */
	decisions: Decision[];
}

/** The decision in a row; undefined when the row is about something else. */
export function decisionOf(row: LedgerRow): Decision | undefined {
	const { kind, reason, source, campaign, message_id, phone_number_id } = row;
	if (kind !== 'opted_in' && kind !== 'opted_out') return undefined;
	const at = row.at || row.received_at || 1;
	return { kind, at, wording: reason, source, campaign, message_id, phone_number_id };
}

/** Begins with the time, then the kind (`opted_in` before `opted_out`), so that the last one holds. */
const order = ({ at, kind, ...rest }: Decision) =>
	[`${at}`.padStart(12, '0'), kind, ...Object.values(rest)].join('\n');

/** Where somebody stands who made these decisions. Any order, any repetition: the same answer. */
export function standingOf(made: Iterable<Decision>): Standing {
	const byOrder = new Map<string, Decision>();
	for (const decision of made) byOrder.set(order(decision), decision);
	const decisions = [...byOrder.entries()]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, decision]) => decision);
	const decision = decisions[decisions.length - 1];
	return { consent: decision?.kind ?? 'unknown', decision, decisions };
}

const YES = new Set(['true', 'yes', 'y', '1', 'opted_in', 'opted in', 'subscribed']);

/**
 * Whether a field of the user's own contact list says that the person asked for messages: a plain yes, or the time at
 * which they did (Unix seconds, milliseconds or a date that has come). Anything else is no.
 */
export function saysOptedIn(value: unknown, now: number): boolean {
	if (value === true || value === 1) return true;
	if (value instanceof Date) return value.getTime() / 1000 <= now;
	if (typeof value === 'number') return isPast(value, now);
	if (typeof value !== 'string') return false;
	const text = value.trim();
	if (YES.has(text.toLowerCase())) return true;
	if (/^\d{9,13}$/.test(text)) return isPast(Number(text), now);
	return /^\d{4}-\d{2}-\d{2}/.test(text) && Date.parse(text) / 1000 <= now;
}

/** 1 January 2009: WhatsApp did not exist before, so a smaller number is a count and not a time. */
const FIRST = 1_230_768_000;

function isPast(time: number, now: number): boolean {
	const at = time > 1e11 ? time / 1000 : time;
	return at >= FIRST && at <= now;
}
