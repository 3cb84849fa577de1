import type { LedgerRow } from '../../ledger/row';
import { REPLY_WINDOW } from '../reactions';

/** What the rows after a border are about: an older message that is among it is still alive. */
export interface Alive {
	/** IDs of messages with a row after the border, and of messages that were quoted after it. */
	ids: string[];
	keys: string[];
	/** People who wrote or decided something so soon after the border that it may belong to a message before it. */
	people: string[];
	/** By message ID, the names of people that rows after the border know, and earlier ones may not. */
	names: Record<string, string[]>;
}

export interface AliveNotes {
	add: (row: LedgerRow) => void;
	told: () => Alive;
}

/** Notes what happened at or after `before` (Unix seconds). */
export function noteAlive(before: number): AliveNotes {
	const [ids, keys, people] = [new Set<string>(), new Set<string>(), new Set<string>()];
	const names = new Map<string, Set<string>>();
	return {
		add(row) {
			ids.add(row.message_id);
			ids.add(row.reply_to);
			keys.add(row.key);
			const id = row.message_id || row.key;
			if (id !== '' && row.contact_key !== '')
				names.set(id, (names.get(id) ?? new Set()).add(row.contact_key));
			const isReaction = ['received', 'clicked', 'opted_out'].includes(row.kind);
			if (isReaction && row.at <= before + REPLY_WINDOW) people.add(row.contact_key);
		},
		told() {
			const known = (names: Set<string>) => [...names].filter((name) => name !== '');
			const byId = [...names].map(([id, of]) => [id, [...of]]);
			return {
				ids: known(ids),
				keys: known(keys),
				people: known(people),
				names: Object.fromEntries(byId) as Alive['names'],
			};
		},
	};
}
