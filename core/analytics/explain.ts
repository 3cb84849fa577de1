import { createKnowledge } from '../campaign/knowledge';
import { startedAt } from '../ledger/progress';
import type { LedgerRow } from '../ledger/row';
import { normalisePhone } from '../message/phone';
import { timelineOf, type Timeline } from './timeline';

/** Which message: by Meta's ID, or the last one to a person at or before a time. */
export type Asked = { message_id: string } | { person: string; at: number };

/** The story of a message, also as text that reads without looking at the fields. */
export interface Explanation extends Timeline {
	text: string;
}

const moment = (at: number) =>
	`${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function textOf({ steps, next_step, send_again, campaign, template }: Timeline): string {
	const what = [template && `Template ${template}`, campaign && `campaign ${campaign}`].filter(
		Boolean,
	);
	return [
		...(what.length > 0 ? [`${what.join(', ')}.`] : []),
		...steps.map(({ at, text, source }) => `${moment(at)}: ${text}${source && ` (${source})`}.`),
		...(next_step ? [`Next step: ${next_step}`] : []),
		`Send it again? ${send_again}`,
	].join('\n');
}

/** A number is found by any way of writing it; a user ID or contact key as it is. */
function nameOf(person: string): string {
	return /^[\d\s()+./-]+$/.test(person) ? normalisePhone(person).digits : person;
}

function lastTo(
	rows: LedgerRow[],
	{ person, at }: { person: string; at: number },
	privacyKey: string,
): { id: string; key: string } | undefined {
	const knowledge = createKnowledge(privacyKey);
	for (const row of rows) knowledge.add(row);
	const name = nameOf(person.trim());
	knowledge.introduce([[name]]);
	const [last] = knowledge
		.about(name)
		.messages.filter((state) => startedAt(state) !== 0 && startedAt(state) <= at)
		.sort((a, b) => startedAt(b) - startedAt(a));
	return last && { id: last.message_id, key: last.key };
}

/**
 * What happened to a message, step by step and with the source of each, what to do next, and whether it is safe to send
 * it again. Rows in any order; times are Unix seconds. `privacyKey`: the one the rows are protected with. Undefined when
 * the rows know no such message. Throws InputError for a number that is none.
 */
export function explainMessage(
	rows: LedgerRow[],
	asked: Asked,
	{ now, privacyKey = '' }: { now: number; privacyKey?: string },
): Explanation | undefined {
	const found =
		'message_id' in asked ? { id: asked.message_id, key: '' } : lastTo(rows, asked, privacyKey);
	const timeline = found && timelineOf(rows, found.id, now, found.key);
	return timeline && { ...timeline, text: textOf(timeline) };
}
