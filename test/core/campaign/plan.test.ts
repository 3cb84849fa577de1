import { parseKey } from '../../../core/ledger/key';
import type { LedgerRow } from '../../../core/ledger/row';
import { protect } from '../../../core/ledger/privacy';
import type { Contact, PlanSettings } from '../../../core/campaign/settings';
import { row } from '../ledger/support/rows';
import { contact, NOW, plan } from './support/plan';

const HOUR = 3600;
const DAY = 86_400;
const PHONE = '15551234567';
const USER = 'US.13491208655302741918';

const optedIn = (known: Partial<LedgerRow> = {}, at = NOW - 40 * DAY) =>
	row('opted_in', at, { contact_key: PHONE, recipient: PHONE, ...known });
const sent = (kind: string, at: number, known: Partial<LedgerRow> = {}) =>
	row(kind, at, {
		message_id: 'm1',
		contact_key: PHONE,
		recipient: PHONE,
		campaign: 'Spring',
		template: 't',
		...known,
	});
const person = contact({ phone: PHONE });
const reasonsOf = (rows: LedgerRow[], known: Partial<PlanSettings> = {}, one = person) =>
	plan([one], rows, known).skipped.flatMap(({ reasons }) => reasons.map(({ reason }) => reason));

type Case = [string, LedgerRow[], Partial<PlanSettings>, string[], Partial<Contact>?];
const autumn: Partial<LedgerRow> = { message_id: 'm2', campaign: 'Autumn' };
const failed = (code: string, at = NOW - DAY * 2) =>
	sent('failed', at, { ...autumn, error_code: code });
const quiet = { quietHours: { from: '21:00', to: '08:00', timeZone: 'UTC' } };
const cap = { frequencyCap: { messages: 1, days: 7 } };

const cases: Case[] = [
	['opted in', [optedIn()], {}, []],
	['nothing known', [], {}, ['no_opt_in']],
	['the list says yes', [], {}, [], { opted_in: true }],
	['the list says no', [], {}, ['no_opt_in'], { opted_in: 'no' }],
	['an opt-in of tomorrow', [], {}, ['no_opt_in'], { opted_in: '2026-11-23' }],
	[
		'an opt-out wins over the list',
		[row('opted_out', NOW - 9 * DAY, { contact_key: PHONE })],
		{},
		['opted_out'],
		{ opted_in: '2026-11-21' },
	],
	[
		'an opt-out wins a tie',
		[optedIn({}, NOW - 9), row('opted_out', NOW - 9, { contact_key: PHONE })],
		{},
		['opted_out'],
	],
	[
		'opted in again later',
		[row('opted_out', NOW - 99, { contact_key: PHONE }), optedIn({}, NOW - 9)],
		{},
		[],
	],
	[
		'an opt-out as somebody typed it',
		[optedIn(), row('opted_out', NOW - 9, { contact_key: '+1 (555) 123-4567' })],
		{},
		['opted_out'],
	],
	['letters in the number', [], {}, ['invalid_number', 'no_opt_in'], { phone: 'call me' }],
	['accepted in this campaign', [optedIn(), sent('accepted', NOW - 60)], {}, ['already_sent']],
	['read in this campaign', [optedIn(), sent('read', NOW - 60)], {}, ['already_sent']],
	['accepted in another', [optedIn(), sent('accepted', NOW - 60, autumn)], {}, []],
	[
		'claimed',
		[optedIn(), sent('claimed', NOW - 60, { message_id: '', key: 'k' })],
		{},
		['claimed'],
	],
	[
		'claimed and unknown',
		[
			optedIn(),
			sent('claimed', NOW - 60, { message_id: '', key: 'k' }),
			sent('unknown', NOW - 59, { message_id: '', key: 'k' }),
		],
		{},
		['unsettled'],
	],
	[
		'unknown for longer than the user waits',
		[optedIn(), sent('unknown', NOW - 50 * HOUR, { message_id: '', key: 'k' })],
		{ unknownForHours: 48 },
		[],
	],
	[
		'unknown, settled by a status with its key',
		[
			optedIn(),
			sent('unknown', NOW - 50 * HOUR, { message_id: '', key: 'k' }),
			sent('delivered', NOW - 50 * HOUR, { key: 'k' }),
		],
		{ unknownForHours: 48 },
		['already_sent'],
	],
	[
		'failed for good',
		[optedIn(), sent('failed', NOW - 60, { error_code: '132000' })],
		{ retryFailed: true },
		['failed_before'],
	],
	[
		'failed for now',
		[optedIn(), sent('failed', NOW - 60, { error_code: '131000' })],
		{},
		['failed_before'],
	],
	[
		'failed for now, retried',
		[optedIn(), sent('failed', NOW - 60, { error_code: '131000' })],
		{ retryFailed: true },
		[],
	],
	['over the cap', [optedIn(), sent('accepted', NOW - DAY, autumn)], cap, ['frequency_cap']],
	['the cap is past', [optedIn(), sent('accepted', NOW - 7 * DAY, autumn)], cap, []],
	['what failed is not capped', [optedIn(), failed('131000')], cap, []],
	['not on WhatsApp', [optedIn(), failed('131026')], {}, ['unreachable']],
	[
		'reachable again',
		[optedIn(), failed('131026'), sent('delivered', NOW - DAY, { message_id: 'm3', campaign: '' })],
		{},
		[],
	],
	['once unreachable, two needed', [optedIn(), failed('131026')], { unreachableAfter: 2 }, []],
	['limited by Meta today', [optedIn(), failed('131049', NOW - 60)], {}, ['limited_by_meta']],
	['limited by Meta the day before', [optedIn(), failed('131049', NOW - DAY)], {}, []],
	['noon in London', [optedIn()], quiet, [], { time_zone: 'Europe/London' }],
	['night in Tokyo', [optedIn()], quiet, ['quiet_hours'], { time_zone: 'Asia/Tokyo' }],
	['night somewhere in the USA', [optedIn()], quiet, ['quiet_hours']],
	['afternoon in Germany', [optedIn()], quiet, [], { country: 'de' }],
	['early morning in the west of Brazil', [optedIn()], quiet, ['quiet_hours'], { country: 'BR' }],
	['no such zone', [optedIn()], quiet, ['unknown_time_zone'], { time_zone: 'Europe/Nowhere' }],
	[
		'all reasons at once',
		[
			row('opted_out', NOW - 60, { contact_key: PHONE }),
			sent('accepted', NOW - 60),
			failed('131049', NOW - 30),
		],
		{ ...quiet, ...cap },
		['opted_out', 'already_sent', 'frequency_cap', 'limited_by_meta', 'quiet_hours'],
	],
];

it.each(cases)('%s', (_, rows, known, reasons, own = {}) => {
	expect(reasonsOf(rows, known, contact({ phone: PHONE, ...own }))).toEqual(reasons);
});

it('gives each reason a sentence and counts it', () => {
	const { skipped, summary } = plan([person, person], [], {});
	for (const { text } of skipped.flatMap(({ reasons }) => reasons)) expect(text).toMatch(/\.$/);
	expect(summary).toEqual({
		contacts: 2,
		send: 0,
		skipped: 2,
		by_reason: { no_opt_in: 2, duplicate: 1 },
		expected_seconds: 0,
	});
});

it.each([
	[
		'another spelling of a Brazilian number',
		{ phone: '+55 11 98765-4321' },
		{ phone: '551187654321' },
	],
	['a user ID that a row ties to the number', { phone: PHONE }, { user_id: USER }],
	[
		'a user ID that the list ties to the number',
		{ phone: PHONE, user_id: USER },
		{ user_id: USER },
	],
])('finds a duplicate by %s', (_, first, second) => {
	const rows = [row('received', NOW - 9, { message_id: 'r', contact_key: USER, recipient: PHONE })];
	const { skipped } = plan([contact(first), contact(second)], rows);
	expect(skipped[1].reasons).toContainEqual({
		reason: 'duplicate',
		text: 'The same person as contact 1 of the list.',
	});
});

it('knows an opt-out by user ID through a status that repeats our key', () => {
	const first = plan([person], [optedIn()]).send[0];
	const rows = [
		optedIn(),
		row('sent', NOW - 60, { message_id: 'm', contact_key: USER, key: first.key }),
		row('opted_out', NOW - 30, { contact_key: USER }),
	];
	expect(reasonsOf(rows)).toContain('opted_out');
	expect(reasonsOf(rows)).toContain('already_sent');
});

it('does not mix two members of a group up', () => {
	const rows = [
		optedIn(),
		sent('sent', NOW - 60, autumn),
		sent('sent', NOW - 60, { ...autumn, contact_key: '15557654321', recipient: '' }),
		row('opted_out', NOW - 30, { contact_key: '15557654321' }),
	];
	expect(reasonsOf(rows)).toEqual([]);
});

it('works on a protected ledger, and names nobody', () => {
	const privacyKey = 'secret';
	const rows = [optedIn(), sent('accepted', NOW - 60, autumn)].map((one) =>
		protect(one, privacyKey),
	);
	const [one] = plan([person], rows, { privacyKey }).send;
	expect(one.contact_key).toMatch(/^[0-9a-f]{24}$/);
	expect(one.key).not.toContain(PHONE);
	expect(parseKey(one.key)).toEqual({ campaign: 'Spring', contact: one.contact_key, attempt: '1' });
	expect(reasonsOf(rows, { privacyKey, ...cap })).toEqual(['frequency_cap']);
	expect(reasonsOf(rows)).toEqual(['no_opt_in']);
});

it('counts attempts in the key, so that a second one is told apart', () => {
	const rows = [optedIn(), sent('failed', NOW - 60, { error_code: '131000' })];
	const [one] = plan([person], rows, { retryFailed: true }).send;
	expect(parseKey(one.key)?.attempt).toBe('2');
});

it('lets utility messages pass an opt-out of marketing, and says so', () => {
	const rows = [row('opted_out', NOW - 60, { contact_key: PHONE })];
	const [one] = plan([person], rows, { category: 'utility' }).send;
	expect(one.notes[0]).toMatch(/Opted out of marketing/);
	expect(plan([person], [], { category: 'utility' }).send[0].notes).toEqual([]);
});

it('tells the time it takes and the fit to the messaging limit', () => {
	const contacts = Array.from({ length: 161 }, (_, i) =>
		contact({ phone: `1555100${1000 + i}`, opted_in: true }),
	);
	const rows = [
		sent('accepted', NOW - 60, { ...autumn, contact_key: '15551001000', recipient: '' }),
		sent('accepted', NOW - 60, { message_id: 'm9', contact_key: '15559990000', recipient: '' }),
		sent('accepted', NOW - 2 * DAY, { message_id: 'm8', contact_key: '15559990001' }),
	];
	const { summary } = plan(contacts, rows, { messagingLimit: 162 });
	expect(summary.expected_seconds).toBe(3);
	expect(summary.messaging_limit).toEqual({ limit: 162, used: 2, needed: 160, fits: true });
	expect(plan(contacts, rows, { messagingLimit: 161 }).summary.messaging_limit?.fits).toBe(false);
});

it('gives the variants by their shares, and each person always the same', () => {
	const contacts = Array.from({ length: 2000 }, (_, i) =>
		contact({ phone: `1555${1000000 + i}`, opted_in: true }),
	);
	const variants = [
		{ name: 'A', share: 3 },
		{ name: 'B', share: 1 },
	];
	const { send } = plan(contacts, [], { variants });
	const b = send.filter(({ variant }) => variant === 'B').length / send.length;
	expect(b).toBeGreaterThan(0.2);
	expect(b).toBeLessThan(0.3);
	const alone = plan([contacts[7]], [], { variants }).send[0];
	expect(alone.variant).toBe(send[7].variant);
});

it.each(['25:00', 'nine', '21.00'])('refuses the quiet hour %s', (from) => {
	const quietHours = { ...quiet.quietHours, from };
	expect(() => plan([person], [], { quietHours })).toThrow(/not a time of day/);
});
