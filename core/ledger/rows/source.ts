import type { LedgerRow } from '../row';

export type Item = Record<string, unknown>;

export interface RowOptions {
	/** The credential's privacy key; empty: numbers stay readable. */
	privacyKey?: string;
	/** Where the rows come from, for the column `source`; each family has its own word when empty. */
	source?: string;
	/** Unix time now, for events that carry no time of their own. */
	now: number;
}

/** One family of items: `rows` is only called for items that `accepts` took. */
export interface RowSource {
	accepts: (item: Item) => boolean;
	rows: (item: Item, options: RowOptions) => LedgerRow[];
}
