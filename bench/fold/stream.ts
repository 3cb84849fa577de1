import { createHash } from 'node:crypto';
import type { LedgerRow } from '../../core/ledger/row';
import { type Random, shuffle } from '../support/random';

const START = 1_760_000_000;
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

const EMPTY: LedgerRow = {
	event_id: '',
	kind: '',
	at: 0,
	received_at: 0,
	message_id: '',
	key: '',
	run: '',
	recipient: '',
	contact_key: '',
	phone_number_id: '106540352242922',
	business_account_id: '102290129340398',
	campaign: '',
	variant: '',
	template: '',
	language: '',
	category: '',
	pricing_type: '',
	pricing_model: '',
	country: '',
	reply_to: '',
	error_code: '',
	reason: '',
	source: '',
};

/** What the ledger holds of one message: our claim and Meta's answer, then statuses, some of them late or missing. */
function rowsOf(index: number, random: Random): LedgerRow[] {
	const campaign = `campaign-${index % 7}`;
	const key = `${campaign}|${index}|1`;
	const phone = `1555${String(1_000_000 + (index % 900_000))}`;
	const message_id = `wamid.HBgM${hash(`m${index}`)}AA==`;
	const at = START + Math.floor(index / 40);
	const base = { ...EMPTY, key, recipient: phone, contact_key: phone, campaign, country: 'US' };
	const sent = { ...base, message_id, template: `template-${index % 5}`, language: 'en_US' };
	const priced = { category: 'marketing', pricing_type: 'regular', pricing_model: 'PMP' };
	const row = (kind: string, after: number, known: LedgerRow, more: Partial<LedgerRow> = {}) => ({
		...known,
		...more,
		kind,
		at: at + after,
		received_at: at + after + 1,
		event_id: hash(`${index}|${kind}`),
	});
	const rows = [
		row('claimed', 0, { ...base, run: 'r1', source: 'campaign' }),
		row('accepted', 1, { ...sent, run: 'r1', source: 'send' }, { category: 'marketing' }),
	];
	const status = { ...base, message_id, source: 'webhook' };
	if (random.int(100) < 4) {
		const code = random.pick(['131026', '131049', '131047']);
		rows.push(row('failed', 3, status, { error_code: code, reason: `reason ${code}` }));
		return rows;
	}
	rows.push(row('sent', 2, status, priced));
	if (random.int(100) < 95) rows.push(row('delivered', 2 + random.int(60), status, priced));
	if (random.int(100) < 70) rows.push(row('read', 60 + random.int(6000), status));
	if (random.int(100) < 2) rows.push({ ...rows[rows.length - 1] });
	return rows;
}

/**
 * Ledger rows of `messages` messages in an order in which they may arrive: nearly in time, each up to a few thousand
 * places late. Each row is an object of its own with texts of its own, as rows read from a database are. Comes in
 * batches, so that millions of rows need not be held at once.
 */
export function* ledgerBatches(messages: number, random: Random): Generator<LedgerRow[]> {
	for (let begin = 0; begin < messages; begin += 2000) {
		const batch = Array.from({ length: Math.min(2000, messages - begin) }, (_, i) =>
			rowsOf(begin + i, random),
		).flat();
		yield JSON.parse(JSON.stringify(shuffle(batch, random))) as LedgerRow[];
	}
}

/** All batches at once. */
export function ledgerStream(messages: number, random: Random): LedgerRow[] {
	const rows: LedgerRow[] = [];
	for (const batch of ledgerBatches(messages, random)) rows.push(...batch);
	return rows;
}
