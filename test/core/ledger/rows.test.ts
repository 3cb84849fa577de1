import { InputError } from '../../../core/input';
import { contactTag, formatKey } from '../../../core/ledger/key';
import { LEDGER_COLUMNS, ledgerRowSchema } from '../../../core/ledger/row';
import { readRow, toLedgerRows } from '../../../core/ledger/rows';

const NOW = 1_790_000_100;
const key = formatKey({ campaign: 'Spring / sale', contact: 'abc', attempt: '1' });
const base = {
	event_id: 'e1',
	timestamp: 1_790_000_000,
	received_at: 1_790_000_003,
	business_account_id: '800',
	phone_number_id: '900',
	display_phone_number: '15550009999',
};
const status = {
	...base,
	kind: 'status',
	field: 'messages',
	message_id: 'wamid.1',
	status: 'sent',
	recipient_id: '15551234567',
	recipient_user_id: '',
	contact_key: '15551234567',
	participant: '',
	key,
	campaign: 'Spring / sale',
	category: 'marketing',
	pricing_type: 'regular',
	pricing_model: 'PMP',
	error_code: '',
	error_title: '',
	error_details: '',
	reason: '',
	next_step: '',
};
const message = {
	...base,
	kind: 'message',
	field: 'messages',
	message_id: 'wamid.in',
	type: 'text',
	from: '4915112345678',
	from_user_id: '',
	contact_key: '4915112345678',
	contact_name: 'Grace Hopper',
	text: 'a secret wish',
	reply_to: 'wamid.1',
	button_id: '',
	standby: false,
	echo: false,
};
const account = {
	...base,
	kind: 'account',
	field: 'user_preferences',
	event: 'stop',
	summary: 'Grace Hopper wants no more',
	contact_key: '15551234567',
	template: '',
	language: '',
	reason: '',
	error_code: '',
};
const outcome = {
	status: 'accepted',
	message_id: 'wamid.1',
	to: '+15551234567',
	to_changed: '',
	wa_id: '15551234567',
	user_id: '',
	contact_key: '15551234567',
	phone_number_id: '900',
	business_account_id: '800',
	key,
	campaign: 'Spring / sale',
	template: 'spring_sale',
	language: 'en_US',
	category: 'MARKETING',
	timestamp: 1_790_000_000,
	code: '',
	action: '',
	reason: '',
	next_step: '',
	details: '',
	fbtrace_id: '',
};
const rowsOf = (item: Record<string, unknown>, privacyKey = '') =>
	toLedgerRows(item, { now: NOW, privacyKey });
const kindsOf = (item: Record<string, unknown>) => rowsOf(item).map(({ kind }) => kind);

it.each<[string, Record<string, unknown>, string[]]>([
	['a status', status, ['sent']],
	['a status that Meta invents tomorrow', { ...status, status: 'pinned' }, ['pinned']],
	['a status that is no word', { ...status, status: '<b>' }, ['other']],
	['a failure', { ...status, status: 'failed', error_code: '131026' }, ['failed']],
	[
		'a failure because of an opt-out',
		{ ...status, status: 'failed', error_code: '131050' },
		['failed', 'opted_out'],
	],
	['a message', message, ['received']],
	[
		'a tap on a template button',
		{ ...message, type: 'button', button_id: 'x' },
		['received', 'clicked'],
	],
	[
		'a choice from a list',
		{ ...message, type: 'interactive', button_id: 'row' },
		['received', 'clicked'],
	],
	['the word STOP: a workflow decides what it means', { ...message, text: 'STOP' }, ['received']],
	['what the business wrote in its own app', { ...message, echo: true }, []],
	['a change of number', { ...message, type: 'system' }, []],
	['chat history', { ...message, field: 'history' }, []],
	['marketing stopped', account, ['opted_out']],
	['marketing resumed', { ...account, event: 'resume' }, ['opted_in']],
	[
		'a paused template',
		{ ...account, field: 'message_template_status_update', event: 'PAUSED' },
		['template_changed'],
	],
	[
		'a category change',
		{ ...account, field: 'template_category_update', event: '' },
		['template_changed'],
	],
	[
		'a restriction',
		{ ...account, field: 'account_update', event: 'ACCOUNT_RESTRICTION' },
		['account_changed'],
	],
	['a send Meta took', outcome, ['accepted']],
	['a send Meta holds', { ...outcome, status: 'held' }, ['held']],
	[
		'a send Meta refused',
		{ ...outcome, status: 'failed', message_id: '', code: '131026' },
		['failed'],
	],
	[
		'a send refused because of an opt-out',
		{ ...outcome, status: 'failed', message_id: '', code: '131050' },
		['failed', 'opted_out'],
	],
	[
		'a send without an answer',
		{ ...outcome, status: 'unknown', message_id: '', code: 'no_answer' },
		['unknown'],
	],
	[
		'a row of a workflow',
		{ kind: 'opted_out', at: '1790000000', contact_key: '15551234567' },
		['opted_out'],
	],
	[
		'a row from a Data Table',
		{ ...rowsOf(status)[0], at: '1790000000', id: 7, createdAt: 'x', updatedAt: 'y' },
		['sent'],
	],
])('%s', (_name, item, kinds) => expect(kindsOf(item)).toEqual(kinds));

it.each([
	[{}],
	[{ phone: '1555' }],
	[{ status: 'accepted' }],
	[{ status: 'on its way', message_id: 'x', to: 'y' }],
	[{ kind: 'invoice', at: 1 }],
])('refuses what is none of these, and says what it takes: %j', (item) => {
	expect(() => rowsOf(item)).toThrow(InputError);
	expect(() => rowsOf(item)).toThrow(/Trigger.*send operation.*finished/);
});

const all = [
	status,
	message,
	account,
	outcome,
	{ ...status, status: 'failed', error_code: '131050' },
	{ ...message, message_id: 'wamid.tap', type: 'button', button_id: 'b' },
	{ kind: 'opted_out', at: 5 },
];

it('every row has exactly the columns of the table, in order and of their type', () => {
	for (const row of all.flatMap((item) => [...rowsOf(item), ...rowsOf(item, 'privacy')])) {
		expect(Object.keys(row)).toEqual(Object.keys(LEDGER_COLUMNS));
		for (const [name, type] of Object.entries(LEDGER_COLUMNS)) {
			expect([name, typeof row[name as keyof typeof row]]).toEqual([name, type]);
		}
		expect(ledgerRowSchema.parse(row)).toEqual(row);
		expect(Number.isInteger(row.at) && Number.isInteger(row.received_at)).toBe(true);
	}
});

it('fills what it knows', () => {
	expect(rowsOf(status)[0]).toMatchObject({
		kind: 'sent',
		at: 1_790_000_000,
		received_at: 1_790_000_003,
		message_id: 'wamid.1',
		key,
		recipient: '15551234567',
		contact_key: '15551234567',
		phone_number_id: '900',
		business_account_id: '800',
		campaign: 'Spring / sale',
		category: 'marketing',
		pricing_type: 'regular',
		pricing_model: 'PMP',
		country: 'US',
		source: 'webhook',
	});
	expect(rowsOf(outcome)[0]).toMatchObject({
		template: 'spring_sale',
		language: 'en_US',
		category: 'marketing',
		source: 'send',
	});
	expect(rowsOf(message)[0]).toMatchObject({ reply_to: 'wamid.1', country: 'DE' });
	expect(rowsOf({ ...status, campaign: '' })[0].campaign).toBe('Spring / sale');
	expect(rowsOf({ ...status, timestamp: 1_790_000_000_123 })[0].at).toBe(1_790_000_000);
	expect(toLedgerRows(status, { now: NOW, source: 'replay' })[0].source).toBe('replay');
});

it('the reason comes from the catalogue, never from what somebody typed', () => {
	const typed = {
		...outcome,
		status: 'failed',
		message_id: '',
		code: 'input',
		reason: 'The text "a secret wish" is too long',
		details: 'a secret wish',
	};
	const [row] = rowsOf(typed);
	expect(row.reason).not.toBe('');
	expect(JSON.stringify(row)).not.toContain('secret wish');
});

it('no word of a message, no name and no free text reaches a row', () => {
	const told = {
		text: 'SECRET',
		contact_name: 'SECRET',
		username: 'SECRET',
		summary: 'SECRET',
		error_details: 'SECRET',
		error_title: 'SECRET',
		details: 'SECRET',
		next_step: 'SECRET',
		to_changed: 'SECRET',
		filename: 'SECRET',
		emoji: 'SECRET',
		button_id: 'SECRET',
		media_id: 'SECRET',
		flow_response: { a: 'SECRET' },
		order: 'SECRET',
		contacts: ['SECRET'],
		referral: { a: 'SECRET' },
		raw: { a: 'SECRET' },
		display_phone_number: 'SECRET',
	};
	for (const item of all.slice(0, 6)) {
		expect(
			JSON.stringify(rowsOf({ ...item, ...told, ...('code' in item ? { reason: 'SECRET' } : {}) })),
		).not.toContain('SECRET');
	}
	expect(JSON.stringify(rowsOf({ ...account, reason: 'SECRET, says Grace' }))).not.toContain(
		'SECRET',
	);
});

it('with a privacy key no number is in any row, and the person is still one person', () => {
	const rows = [status, message, outcome, { ...account, contact_key: '15551234567' }].flatMap(
		(item) => rowsOf(item, 'privacy'),
	);
	expect(JSON.stringify(rows)).not.toMatch(/15551234567|4915112345678/);
	expect(rows.every(({ recipient }) => recipient === '')).toBe(true);
	const tag = contactTag('15551234567', 'privacy');
	expect(rows.map(({ contact_key }) => contact_key === tag)).toEqual([true, false, true, true]);
	expect(rows.map(({ country }) => country)).toEqual(['US', 'DE', 'US', 'US']);
});

it('with a privacy key, a foreign tracking key is hashed and ours stays readable', () => {
	const [row] = rowsOf({ ...status, key: 'order of 15551234567' }, 'privacy');
	expect(row.key).toMatch(/^[0-9a-f]{24}$/);
	expect(rowsOf(status, 'privacy')[0].key).toBe(key);
});

it('rows of rows are the same rows, with and without a privacy key', () => {
	for (const privacyKey of ['', 'privacy']) {
		for (const row of all.flatMap((item) => rowsOf(item, privacyKey))) {
			expect(rowsOf(row, privacyKey)).toEqual([row]);
			expect(readRow(row)).toEqual(row);
		}
	}
});

it('the same event has the same ID however often it comes, and different events have different ones', () => {
	expect(rowsOf({ ...status, received_at: 1_790_009_999 })[0].event_id).toBe(
		rowsOf(status)[0].event_id,
	);
	const ids = all.flatMap((item) => rowsOf(item)).map(({ event_id }) => event_id);
	expect(new Set(ids).size).toBe(ids.length);
	const refused = { ...outcome, status: 'failed', message_id: '', key: '', code: '131026' };
	expect(rowsOf(refused)[0].event_id).not.toBe(
		rowsOf({ ...refused, contact_key: '15550000000' })[0].event_id,
	);
});

it('the times of a row stay whole seconds, however a table returns them', () => {
	const at = (value: unknown) => readRow({ ...rowsOf(status)[0], at: value })?.at;
	expect(
		[1_790_000_000, '1790000000', 1_790_000_000_000, '2026-09-21T14:13:20.000Z'].map(at),
	).toEqual(Array(4).fill(1_790_000_000));
});

it('a message that was only checked gives no row', () => {
	const checked = { status: 'valid', message_id: '', to: '+15551234567', key: '', body: {} };
	expect(toLedgerRows(checked, { now: NOW })).toEqual([]);
});
