import { z } from 'zod';

/** Raised when a column is added. Columns are never removed or renamed, so old rows stay readable. */
export const LEDGER_VERSION = 1;

const text = z.string().default('');

/**
 * One event in the life of a message: the row of the append-only table `wa_ledger`. Empty string means "not known".
 * `at` is when it happened, `received_at` when we learnt of it; both are whole Unix seconds. There is no message
 * content in it and there never will be.
 */
export const ledgerRowSchema = z.object({
	event_id: z.string().min(1),
	kind: z.string().min(1),
	at: z.number().int().nonnegative(),
	received_at: z.number().int().nonnegative(),
	message_id: text,
	key: text,
	run: text,
	recipient: text,
	contact_key: text,
	phone_number_id: text,
	business_account_id: text,
	campaign: text,
	variant: text,
	template: text,
	language: text,
	category: text,
	pricing_type: text,
	pricing_model: text,
	country: text,
	reply_to: text,
	error_code: text,
	reason: text,
	source: text,
});

export type LedgerRow = z.infer<typeof ledgerRowSchema>;

/** Column name to Data Table type, in table order. */
export const LEDGER_COLUMNS = Object.fromEntries(
	Object.keys(ledgerRowSchema.shape).map((name) => [
		name,
		name === 'at' || name === 'received_at' ? 'number' : 'string',
	]),
) as Record<keyof LedgerRow, 'string' | 'number'>;
