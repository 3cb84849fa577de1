import type { Fold, MessageState } from '../../ledger/fold';
import type { LedgerRow } from '../../ledger/row';
import { type Cell, slotOf } from '../cell';
import { addBilled, addMessage } from '../messageCell';
import { cellAt, closed, countAt, type OpenCells } from '../openCell';
import { reactionsOf } from '../reactions';
import type { Alive } from './alive';
import { STAYS } from './border';

/** Whose rows stay in the ledger although they are before the border. */
export interface Kept {
	ids: string[];
	keys: string[];
	people: string[];
}

export interface Summarised {
	cells: Cell[];
	kept: Kept;
	/** Messages that are counted in the cells. */
	messages: number;
}

const peopleOf = ({ contact_key, other_contact_key }: MessageState) =>
	[contact_key, other_contact_key].filter((name) => name !== '');

/** Also the names that only rows after the border know. */
const namesOf = (message: MessageState, { names }: Alive) => [
	...peopleOf(message),
	...(names[message.message_id] ?? []),
	...(names[message.key] ?? []),
];

/**
 * Which messages are alive, and with them all others of the same people: an answer that stays must find the message
 * it belongs to, and no other.
 */
function keptMessages(messages: MessageState[], alive: Alive): Set<MessageState> {
	const [ids, keys, people] = [new Set(alive.ids), new Set(alive.keys), new Set(alive.people)];
	const kept = new Set<MessageState>();
	for (let before = -1; before !== kept.size; ) {
		before = kept.size;
		for (const message of messages) {
			if (kept.has(message)) continue;
			const isAlive =
				ids.has(message.message_id) ||
				keys.has(message.key) ||
				peopleOf(message).some((name) => people.has(name));
			if (!isAlive) continue;
			kept.add(message);
			// Messages that share a key share the rows that are known by it only.
			if (message.key !== '') keys.add(message.key);
			for (const name of namesOf(message, alive)) people.add(name);
		}
	}
	return kept;
}

/** What somebody wrote on both sides of the border stays, and with it what they answered. */
function withAnswered(fold: Fold, { ids, keys, people, names }: Alive): Alive {
	const known = new Set(ids);
	const both = fold.received().filter(({ message_id }) => known.has(message_id));
	return {
		ids: [...ids, ...both.map(({ reply_to }) => reply_to).filter((id) => id !== '')],
		keys,
		names,
		people: [
			...people,
			...both.map(({ contact_key }) => contact_key).filter((name) => name !== ''),
		],
	};
}

/**
 * Turns what happened before a border into cells, but for what is still alive after it. `fold` holds the rows before
 * the border, `after` what the rows after it are about. Consent and news are in no cell: their rows stay.
 */
export function summarise(fold: Fold, after: Alive): Summarised {
	const alive = withAnswered(fold, after);
	const all = fold.messages();
	const stays = keptMessages(all, alive);
	const kept = {
		ids: new Set<string>(),
		keys: new Set<string>(),
		people: new Set<string>(alive.people),
	};
	for (const message of stays) {
		if (message.message_id !== '') kept.ids.add(message.message_id);
		if (message.key !== '') kept.keys.add(message.key);
		for (const name of namesOf(message, alive)) kept.people.add(name);
	}
	const reactions = reactionsOf(fold, all);
	const cells: OpenCells = new Map();
	for (const message of all) {
		if (stays.has(message)) continue;
		addMessage(cells, message, reactions.get(message));
		addBilled(cells, message);
	}
	const letters = new Set(alive.ids);
	const keptLetters: string[] = [];
	for (const { message_id, at, phone_number_id, contact_key, reply_to } of fold.received()) {
		const isKept =
			kept.people.has(contact_key) ||
			kept.ids.has(reply_to) ||
			letters.has(message_id) ||
			letters.has(reply_to);
		if (!isKept) countAt(cellAt(cells, { of: 'received', slot: slotOf(at), phone_number_id }), at);
		else keptLetters.push(message_id || reply_to);
	}
	for (const id of keptLetters) if (id !== '') kept.ids.add(id);
	return {
		cells: [...cells.values()].map(closed),
		kept: { ids: [...kept.ids], keys: [...kept.keys], people: [...kept.people] },
		messages: all.length - stays.size,
	};
}

/** Tells whether a row before the border stays, because what it is about is kept. */
export function keeper({ ids, keys, people }: Kept): (row: LedgerRow) => boolean {
	const [idSet, keySet, peopleSet] = [new Set(ids), new Set(keys), new Set(people)];
	return (row) => {
		if (STAYS.has(row.kind)) return false;
		if (row.message_id !== '') return idSet.has(row.message_id);
		if (row.key !== '') return keySet.has(row.key);
		// Only their own content tells such rows apart.
		const isLetter = row.kind === 'received' || row.kind === 'clicked';
		return peopleSet.has(row.contact_key) || (isLetter && idSet.has(row.reply_to));
	};
}
