import { explainCode } from '../ledger/explainCode';
import { createFold } from '../ledger/fold';
import { startedAt, statusOf, type MessageStatus } from '../ledger/progress';
import type { LedgerRow } from '../ledger/row';
import { sendAgain } from './sendAgain';

/** One thing that happened to a message. */
export interface TimelineStep {
	/** Unix seconds, by Meta's clock where Meta told it. */
	at: number;
	/** When we learnt of it, Unix seconds. */
	received_at: number;
	kind: string;
	text: string;
	/** Who wrote it down: webhook, send, campaign … */
	source: string;
}

/** The story of one message. */
export interface Timeline {
	message_id: string;
	status: MessageStatus;
	campaign: string;
	variant: string;
	template: string;
	language: string;
	steps: TimelineStep[];
	/** What to do now; empty when there is nothing to do. */
	next_step: string;
	/** Whether it may be sent again, in words. */
	send_again: string;
}

const WORDS: Readonly<Record<string, string>> = {
	planned: 'Planned',
	skipped: 'Skipped',
	claimed: 'A run of the campaign took it on',
	unknown: 'Handed to Meta, and no answer came',
	accepted: 'Meta took it',
	held: 'Meta held it for a quality check of the template',
	sent: 'It left Meta’s servers',
	delivered: 'It arrived',
	read: 'The person opened it',
	played: 'The person listened to it',
	failed: 'It failed',
	deleted: 'It was deleted',
	received: 'The person answered',
	clicked: 'The person tapped a button',
	opted_out: 'The person wants no more messages',
	opted_in: 'The person agreed to get messages',
};
/** Of one second, in the order in which they can only have happened. */
const ORDER = Object.keys(WORDS);

function stepOf({ at, received_at, kind, error_code, reason, source }: LedgerRow): TimelineStep {
	const words = WORDS[kind] ?? kind.replace(/_/g, ' ');
	const why =
		kind === 'failed' ? explainCode(error_code).meaning : kind === 'skipped' ? reason : '';
	const code = /^\d+$/.test(error_code) ? ` (Meta’s code ${error_code})` : '';
	const text = why === '' ? words : `${words}: ${why.replace(/_/g, ' ')}`;
	return { at, received_at, kind, text: text + (kind === 'failed' ? code : ''), source };
}

/** Events once each, in their order. */
function stepsOf(rows: LedgerRow[]): TimelineStep[] {
	const known = new Map<string, LedgerRow>();
	for (const row of rows) {
		const id = `${row.kind} ${row.at} ${row.error_code}`;
		const other = known.get(id);
		if (!other || row.received_at < other.received_at) known.set(id, row);
	}
	return [...known.values()]
		.map(stepOf)
		.sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/**
 * Tells the story of a message from ledger rows, in any order: its own, those that carry its key (a plan, a claim), and
 * answers that quote it. `key` finds a message that has no ID, because Meta refused it or never answered. `now`: Unix
 * seconds. Undefined when no row is about it.
 */
export function timelineOf(
	rows: LedgerRow[],
	id: string,
	now: number,
	key = '',
): Timeline | undefined {
	if (id === '' && key === '') return undefined;
	const named = rows.filter(({ message_id }) => id !== '' && message_id === id);
	const keys = new Set([key, ...named.map((row) => row.key)].filter(Boolean));
	const own = rows.filter((row) =>
		row.message_id === '' ? keys.has(row.key) : row.message_id === id,
	);
	const answers = rows.filter(
		({ reply_to, kind }) => id !== '' && reply_to === id && WORDS[kind] !== undefined,
	);
	const fold = createFold();
	for (const row of own) fold.add(row);
	const state = fold.messages().find(({ message_id }) => message_id === id);
	if (!state || startedAt(state) === 0) return undefined;
	const status = statusOf(state);
	const { message_id, campaign, variant, template, language } = state;
	const known = { message_id, status, campaign, variant, template, language };
	return { ...known, steps: stepsOf([...own, ...answers]), ...sendAgain(state, status, now) };
}
