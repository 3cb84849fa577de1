import { InputError } from '../input';
import type { LedgerRow } from './row';
import { accountSource } from './rows/account';
import { finishedSource } from './rows/finished';
import { messageSource } from './rows/message';
import { outcomeSource } from './rows/outcome';
import type { RowOptions } from './rows/source';
import { statusSource } from './rows/status';

export { readRow } from './rows/finished';
export type { RowOptions } from './rows/source';

const SOURCES = [messageSource, statusSource, accountSource, outcomeSource, finishedSource];

/**
 * Turns one item into the rows that `wa_ledger` stores for it: exactly the columns of the table, text never missing,
 * times in whole Unix seconds, and never a word of a message. Items that are no event in this sense (the business's own
 * messages, chat history) give no row. Throws InputError, naming what it takes, for an item it does not know.
 */
export function toLedgerRows(item: Record<string, unknown>, options: RowOptions): LedgerRow[] {
	const source = SOURCES.find(({ accepts }) => accepts(item));
	if (!source) {
		throw new InputError(
			'This item cannot become a ledger row. Connect the output of the WhatsApp Cloud Trigger, the result of a WhatsApp Cloud send operation, or rows that are finished already.',
		);
	}
	return source.rows(item, options);
}
