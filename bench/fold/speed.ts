import { createFold } from '../../core/ledger/fold';
import type { LedgerRow } from '../../core/ledger/row';
import { collectGarbage } from '../support/collect';

/** Seconds to fold all rows and list the messages: by the clock, and of processor time (garbage collection included). */
export function foldSeconds(rows: LedgerRow[]): {
	seconds: number;
	cpu_seconds: number;
	messages: number;
} {
	collectGarbage();
	const cpu = process.cpuUsage();
	const begin = process.hrtime.bigint();
	const fold = createFold();
	for (const row of rows) fold.add(row);
	const messages = fold.messages().length;
	const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
	const { user, system } = process.cpuUsage(cpu);
	return { seconds, cpu_seconds: (user + system) / 1e6, messages };
}
