import { createFold } from '../ledger/fold';
import { parseKey } from '../ledger/key';
import type { MessageState } from '../ledger/messageState';
import type { LedgerRow } from '../ledger/row';
import { decisionOf, standingOf, type Decision, type Standing } from './consent';
import { createPeople, type People } from './people';

export interface Person {
	/** The same for all names of the person. */
	id: string;
	standing: Standing;
	messages: MessageState[];
}

/** What the ledger tells about people. Each question after a change reads all of it again. */
export interface Knowledge {
	add: (row: LedgerRow) => void;
	/** The names of each contact, number and user ID: those of one contact are one person's. Empty ones are ignored. */
	introduce: (contacts: string[][]) => void;
	/** Everything about the person who bears this name. */
	about: (name: string) => Person;
	/** All whom we wrote to. */
	everybody: () => Pick<Person, 'id' | 'messages'>[];
}

function group<Value>(values: Iterable<[string, Value]>, people: People): Map<string, Value[]> {
	const groups = new Map<string, Value[]>();
	for (const [name, value] of values) {
		const id = people.idOf(name);
		const known = groups.get(id);
		if (known) known.push(value);
		else groups.set(id, [value]);
	}
	return groups;
}

/** The tag of a person in our own tracking key, which Meta repeats even when it tells the user ID only. */
const taggedIn = (key: string) => (key === '' ? '' : (parseKey(key)?.contact ?? ''));

/** Reads rows in any order, any number of times. `privacyKey`: the one the rows were protected with, if any. */
export function createKnowledge(privacyKey = ''): Knowledge {
	const fold = createFold();
	const people = createPeople(privacyKey);
	const decisions: [string, Decision][] = [];
	let index:
		| { decisions: Map<string, Decision[]>; messages: Map<string, MessageState[]> }
		| undefined;

	function learnFrom(messages: MessageState[]): void {
		for (const { contact_key, other_contact_key, recipient, key } of messages) {
			people.join(contact_key, other_contact_key);
			people.join(contact_key, recipient);
			people.join(contact_key || recipient, taggedIn(key));
		}
	}

	function build() {
		const messages = fold.messages();
		learnFrom(messages);
		const named = messages.map((state): [string, MessageState] => [
			state.contact_key || state.recipient || taggedIn(state.key),
			state,
		]);
		return {
			decisions: group(decisions, people),
			messages: group(
				named.filter(([name]) => name !== ''),
				people,
			),
		};
	}

	return {
		add(row) {
			index = undefined;
			fold.add(row);
			people.join(row.contact_key, row.recipient);
			const decision = decisionOf(row);
			const name = row.contact_key || row.recipient;
			if (decision && name !== '') decisions.push([name, decision]);
		},
		introduce(contacts) {
			index = undefined;
			for (const names of contacts) {
				const [first, ...others] = names.filter((name) => name !== '');
				for (const name of names) people.know(name);
				for (const other of others) people.join(first, other);
			}
		},
		everybody() {
			index ??= build();
			return [...index.messages].map(([id, messages]) => ({ id, messages }));
		},
		about(name) {
			index ??= build();
			const id = people.idOf(name);
			return {
				id,
				standing: standingOf(index.decisions.get(id) ?? []),
				messages: index.messages.get(id) ?? [],
			};
		},
	};
}
