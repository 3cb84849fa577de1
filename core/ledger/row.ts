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
	event_id: z
		.string()
		.min(1)
		.describe('Fingerprint of the event: the same event always has the same one'),
	kind: z
		.string()
		.min(1)
		.describe(
			'What happened: planned, claimed, accepted, held, unknown, sent, delivered, read, played, failed, deleted, skipped, received, clicked, opted_in, opted_out, template_changed, account_changed',
		),
	at: z.number().int().nonnegative().describe('When it happened, in Unix seconds'),
	received_at: z.number().int().nonnegative().describe('When we learnt of it, in Unix seconds'),
	message_id: text.describe('Meta’s ID of the message (`wamid…`)'),
	key: text.describe(
		'Our own tag, which Meta repeats in every status; joins a send to its statuses',
	),
	run: text.describe('Which run of a campaign claimed the message'),
	recipient: text.describe('Phone number or user ID; empty when a privacy key is set'),
	contact_key: text.describe(
		'The person: user ID or number, as a one-way code when a privacy key is set',
	),
	phone_number_id: text.describe('The business number it went through'),
	business_account_id: text.describe('The WhatsApp Business account'),
	campaign: text.describe('Name of the campaign'),
	variant: text.describe('Which of several versions'),
	template: text.describe('Name of the template'),
	language: text.describe('Language of the template'),
	category: text.describe('Meta’s price category: marketing, utility, authentication, service …'),
	pricing_type: text.describe(
		'Meta’s price type: regular, free_customer_service, free_entry_point …',
	),
	pricing_model: text.describe('Meta’s price model: PMP is per message'),
	country: text.describe('Country of the number, two letters'),
	reply_to: text.describe('ID of the message this one answers'),
	error_code: text.describe('Meta’s code when it was refused'),
	reason: text.describe('One short phrase: why, or which event of the account'),
	source: text.describe('Who wrote the row: webhook, send, campaign, auto-reply …'),
});

export type LedgerRow = z.infer<typeof ledgerRowSchema>;

/** Column name to Data Table type, in table order. */
export const LEDGER_COLUMNS = Object.fromEntries(
	Object.keys(ledgerRowSchema.shape).map((name) => [
		name,
		name === 'at' || name === 'received_at' ? 'number' : 'string',
	]),
) as Record<keyof LedgerRow, 'string' | 'number'>;
