import { createFold } from '../../core/ledger/fold';
import { readRow } from '../../core/ledger/rows';
import type { StatusEvent } from './events';

const STATUSES = ['sent', 'delivered', 'read', 'failed'] as const;

export interface Verdict {
	/** Events that were answered with 200 and that the ledger does not know. */
	lost: number;
	/** Events the fold counts without their having happened, or more than once. */
	counted_twice: number;
	/** Rows beyond the first of the same event: the fold sees through them. */
	stored_twice: number;
	rows: number;
}

/** Compares what happened with what the fold makes of the rows, message by message and status by status. */
export function judge(
	events: readonly StatusEvent[],
	rows: ReadonlyArray<Record<string, unknown>>,
): Verdict {
	const fold = createFold();
	const ids = new Set<unknown>();
	for (const json of rows) {
		const row = readRow(json);
		if (row) fold.add(row);
		ids.add(json.event_id);
	}
	const happened = new Set(
		events.map(({ message_id, status, at }) => `${message_id} ${status} ${at}`),
	);
	const counted: string[] = [];
	for (const state of fold.messages())
		for (const status of STATUSES) {
			const at = state[`${status}_at`];
			if (at !== 0) counted.push(`${state.message_id} ${status} ${at}`);
		}
	const known = new Set(counted);
	return {
		lost: [...happened].filter((event) => !known.has(event)).length,
		counted_twice: counted.length - [...known].filter((event) => happened.has(event)).length,
		stored_twice: rows.length - ids.size,
		rows: rows.length,
	};
}
