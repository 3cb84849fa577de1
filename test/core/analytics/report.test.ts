import { toCells } from '../../../core/analytics/cells';
import { buildReport, type ReportOptions } from '../../../core/analytics/report';
import { createFold, type Fold } from '../../../core/ledger/fold';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';

const T = Date.parse('2026-11-10T12:00:00Z') / 1000;
const DAY = 86_400;

const foldOf = (rows: LedgerRow[]): Fold => {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	return fold;
};
const reportOf = (rows: LedgerRow[], options: Partial<ReportOptions> = {}) =>
	buildReport(toCells(foldOf(rows)), { now: T + DAY, ...options });
const life = (id: string, times: Record<string, number>, known: Partial<LedgerRow> = {}) =>
	Object.entries(times).map(([kind, seconds]) =>
		row(kind, T + seconds, { message_id: id, contact_key: `of ${id}`, ...known }),
	);
const rateOf = (report: ReturnType<typeof reportOf>, id: string) =>
	report.rates.find((rate) => rate.id === id);

const mixed = [
	...life(
		'm1',
		{ accepted: 0, sent: 1, delivered: 5, read: 60 },
		{ campaign: 'Spring', template: 'sale', language: 'en_US' },
	),
	...life(
		'm2',
		{ accepted: 0, sent: 1, read: 3 },
		{ campaign: 'Spring', template: 'sale', language: 'de' },
	),
	...life('m3', { accepted: 0, sent: 1, failed: 2 }, { campaign: 'Spring', error_code: '131026' }),
	...life('m4', { accepted: 0, held: 0 }),
	...life('m5', { accepted: 0, failed: 2, delivered: 9 }, { error_code: '131049' }),
	row('failed', T, { key: 'k6', error_code: '132001' }),
	row('unknown', T, { key: 'k7' }),
	row('planned', T, { key: 'k8' }),
	row('skipped', T, { key: 'k9' }),
];

it('counts each message once, where it stands', () => {
	expect(reportOf(mixed).counts).toEqual({
		planned: 1,
		skipped: 1,
		attempted: 7,
		accepted: 5,
		held: 1,
		sent: 4,
		delivered: 3,
		read: 2,
		failed: 1,
		refused: 1,
		limited: 0,
		blocks: 0,
		unknown: 1,
		in_flight: 1,
		expired: 0,
		retries: 0,
		retries_delivered: 0,
		replied: 0,
		replied_24h: 0,
		clicked: 0,
		opted_out: 0,
		billed: 0,
		free: 0,
		received: 0,
		opt_outs: 0,
	});
});

it('every attempt is refused, unknown, failed, expired, under way or delivered, and nothing twice', () => {
	const { counts } = reportOf(mixed, { now: T + 40 * DAY });
	expect(counts.expired).toBe(1);
	expect(
		counts.refused +
			counts.unknown +
			counts.failed +
			counts.expired +
			counts.in_flight +
			counts.delivered,
	).toBe(counts.attempted);
});

it('repeated and shuffled rows change nothing', () => {
	expect(reportOf([...mixed, ...mixed].reverse())).toEqual(reportOf(mixed));
});

it('is plain JSON', () => {
	const report = reportOf(mixed);
	expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

it('states each rate with its figures and what it means, and none for few', () => {
	const many = Array.from({ length: 100 }, (_, i) =>
		life(`n${i}`, { accepted: 0, sent: 1, ...(i < 90 ? { delivered: 4 } : { failed: 4 }) }),
	).flat();
	expect(rateOf(reportOf(many), 'delivery')).toMatchObject({
		numerator: 90,
		denominator: 100,
		value: 0.9,
	});
	expect(rateOf(reportOf(many), 'delivery')?.low).toBeCloseTo(0.8256, 4);
	expect(rateOf(reportOf(many), 'delivery')?.high).toBeCloseTo(0.9448, 4);
	expect(rateOf(reportOf(mixed), 'delivery')).toMatchObject({
		numerator: 3,
		denominator: 4,
		value: null,
		low: null,
	});
	expect(rateOf(reportOf(mixed), 'delivery')?.note).toMatch(/Only 4/);
	for (const { definition } of reportOf(mixed).rates) expect(definition).toMatch(/out of/);
});

it('groups failures by reason with words and a next step', () => {
	const { failures } = reportOf(mixed);
	expect(failures.map(({ bucket, count }) => [bucket, count])).toEqual([
		['Not on WhatsApp or unreachable', 1],
		['Template', 1],
	]);
	expect(failures[0].codes[0]).toMatchObject({ code: '131026', count: 1, action: 'skipRecipient' });
	expect(
		failures.flatMap(({ codes }) => codes).every(({ meaning, next_step }) => meaning && next_step),
	).toBe(true);
});

it.each(['', 'input', 'no_connection'])(
	'has words for a send that Meta never saw: "%s"',
	(code) => {
		const [{ codes }] = reportOf([row('failed', T, { key: 'k', error_code: code })]).failures;
		expect(codes[0].meaning).toMatch(/not sent/);
	},
);

it('times run from sending by Meta’s clock; the first sign of arrival counts', () => {
	const { time_to_deliver, time_to_read } = reportOf(mixed);
	expect(time_to_deliver).toEqual({ count: 3, p50: 4, p90: 9, p99: 9 });
	expect(time_to_read).toEqual({ count: 2, p50: 2, p90: 59, p99: 59 });
});

it('groups by campaign, and by template and language; what belongs to none comes last', () => {
	const { campaigns, templates } = reportOf(mixed);
	expect(campaigns.map(({ name, counts }) => [name, counts.attempted])).toEqual([
		['Spring', 3],
		['', 4],
	]);
	expect(templates.map(({ name, language, counts }) => [name, language, counts.read])).toEqual([
		['sale', 'de', 1],
		['sale', 'en_US', 1],
		['', '', 0],
	]);
	expect(campaigns[0].rates.delivery).toMatchObject({ numerator: 2, denominator: 3, value: null });
});

describe('answers and opt-outs', () => {
	const two = [
		...life('m1', { accepted: 0, delivered: 5 }, { contact_key: 'ada', campaign: 'First' }),
		...life(
			'm2',
			{ accepted: DAY, delivered: DAY + 5 },
			{ contact_key: 'ada', campaign: 'Second' },
		),
	];
	const received = (seconds: number, known: Partial<LedgerRow>, kind = 'received') =>
		row(kind, T + seconds, { message_id: 'in', contact_key: 'ada', ...known });
	const by = (rows: LedgerRow[], count: 'replied' | 'clicked' | 'opted_out') =>
		Object.fromEntries(
			reportOf(rows, { now: T + 30 * DAY }).campaigns.map(({ name, counts }) => [
				name,
				counts[count],
			]),
		);

	it('an answer counts for the message it quotes', () => {
		expect(by([...two, received(DAY + 60, { reply_to: 'm1' })], 'replied')).toEqual({
			First: 1,
			Second: 0,
		});
	});
	it('an answer that quotes nothing counts for the last message before it', () => {
		expect(by([...two, received(DAY + 60, {})], 'replied')).toEqual({ First: 0, Second: 1 });
		expect(by([...two, received(60, {})], 'replied')).toEqual({ First: 1, Second: 0 });
		// An automatic answer that left in the same second is not what they answered.
		const [auto] = life('m3', { accepted: DAY + 60 }, { contact_key: 'ada', campaign: 'Auto' });
		expect(by([...two, auto, received(DAY + 60, {})], 'replied')).toMatchObject({
			Second: 1,
			Auto: 0,
		});
		// A send knows the number, statuses and answers the user ID.
		const status = row('delivered', T + DAY + 2, { message_id: 'm2', contact_key: 'GB.1' });
		const answer = received(DAY + 60, { contact_key: 'GB.1' });
		expect(by([...two, status, answer], 'replied')).toEqual({ First: 0, Second: 1 });
	});
	it('but not after 72 hours, nor before any message', () => {
		expect(
			by([...two, received(5 * DAY, {}), received(-5, { message_id: 'in2' })], 'replied'),
		).toEqual({ First: 0, Second: 0 });
	});
	it('a tap is an answer and a tap', () => {
		const tap = [
			received(DAY + 60, { reply_to: 'm2' }),
			received(DAY + 60, { reply_to: 'm2' }, 'clicked'),
		];
		expect(by([...two, ...tap], 'clicked')).toEqual({ First: 0, Second: 1 });
		expect(by([...two, ...tap, ...tap], 'replied')).toEqual({ First: 0, Second: 1 });
	});
	it('an opt-out by a stop word belongs to the message the word answered', () => {
		const stop = [
			received(DAY + 60, { reply_to: 'm1' }),
			row('opted_out', T + DAY + 60, { message_id: 'in', contact_key: 'ada' }),
		];
		expect(by([...two, ...stop], 'opted_out')).toEqual({ First: 1, Second: 0 });
	});
	it('people who opted out are counted once a period', () => {
		const twice = [1, 2].map((seconds) => row('opted_out', T + seconds, { contact_key: 'ada' }));
		expect(reportOf([...two, ...twice], { now: T + 30 * DAY }).counts.opt_outs).toBe(1);
	});
});

describe('period and trend', () => {
	const days = [0, 1, 3].flatMap((day) =>
		life(`d${day}`, { accepted: day * DAY, delivered: day * DAY + 9 * DAY }),
	);

	it('a message counts when it was attempted, however late its status comes', () => {
		const report = reportOf(days, { from: T, to: T + DAY, now: T + 20 * DAY });
		expect(report.counts).toMatchObject({ attempted: 1, delivered: 1 });
	});
	it('the end of the period is not in it, the current second is', () => {
		expect(reportOf(days, { from: T, to: T + 3 * DAY }).counts.attempted).toBe(2);
		expect(reportOf(days, { from: T, now: T + 13 * DAY }).counts.attempted).toBe(3);
	});
	it('leaves nothing out that Meta’s clock puts ahead of ours', () => {
		expect(reportOf(days, { now: T }).counts).toMatchObject({ attempted: 3, delivered: 3 });
	});
	it('refuses a period that ends before it begins', () => {
		expect(() => reportOf(days, { from: T, to: T })).toThrow(/ends before/);
	});
	it('draws gaps as gaps', () => {
		const { trend } = reportOf(days, { now: T + 20 * DAY });
		expect(trend.unit).toBe('day');
		expect(trend.points.map(({ label, attempted }) => [label, attempted])).toEqual([
			['10 Nov', 1],
			['11 Nov', 1],
			['12 Nov', 0],
			['13 Nov', 1],
		]);
	});
	it('counts days by the chosen clock', () => {
		const late = life('m', { accepted: 11.5 * 3600 });
		const label = (timeZone: string) =>
			reportOf(late, { timeZone, from: T - 20 * DAY, now: T + DAY }).trend.points.find(
				({ attempted }) => attempted === 1,
			)?.label;
		expect([label('UTC'), label('Europe/Berlin')]).toEqual(['10 Nov', '11 Nov']);
	});
	it('short periods have hours, and the day the clock goes back has 25', () => {
		const midnight = Date.parse('2026-10-24T22:00:00Z') / 1000;
		const fold = foldOf([row('accepted', midnight + 3.5 * 3600, { message_id: 'm' })]);
		const { trend } = buildReport(toCells(fold), {
			now: T,
			timeZone: 'Europe/Berlin',
			from: midnight,
			to: midnight + 25 * 3600,
		});
		expect(trend.unit).toBe('hour');
		expect(trend.points).toHaveLength(25);
		expect(trend.points.map(({ label }) => label).slice(1, 5)).toEqual([
			'25 Oct, 01:00',
			'25 Oct, 02:00',
			'25 Oct, 02:00',
			'25 Oct, 03:00',
		]);
		expect(trend.points.map(({ attempted }) => attempted)).toEqual([
			0,
			0,
			0,
			1,
			...Array<number>(21).fill(0),
		]);
	});
	it('long periods have weeks that begin on Monday', () => {
		const { trend } = reportOf(days, { from: T - 200 * DAY, now: T + 20 * DAY });
		expect(trend.unit).toBe('week');
		expect(trend.points.find(({ attempted }) => attempted > 0)).toMatchObject({
			label: 'Week of 9 Nov',
			attempted: 3,
		});
	});
	it('a wrong clock decades ago does not make thousands of bars', () => {
		const { trend } = reportOf([...days, row('accepted', 100, { message_id: 'old' })]);
		expect(trend.points.length).toBeLessThan(700);
		expect(trend.points.reduce((sum, { attempted }) => sum + attempted, 0)).toBe(4);
	});
});

describe('health', () => {
	it('tells sends without an answer, and messages nobody reported on', () => {
		const { health } = reportOf([...mixed, ...life('m9', { accepted: 0 })]);
		expect(health).toMatchObject({
			unknown: 1,
			oldest_unknown_at: T,
			without_status: 2,
			last_event_at: T,
		});
	});
	it('a period hides nothing of it', () => {
		expect(reportOf(mixed, { from: T + 1000 }).health.unknown).toBe(1);
	});
	it('shows the latest changes of account and templates', () => {
		const changes = [1, 2, 2].map((n) =>
			row('template_changed', T + n, { template: 'sale', reason: `PAUSED${n}` }),
		);
		expect(reportOf(changes).health.news.map(({ reason }) => reason)).toEqual([
			'PAUSED2',
			'PAUSED1',
		]);
	});
});

it('an empty ledger gives a report of zeros', () => {
	const report = reportOf([]);
	expect(Object.values(report.counts).every((count) => count === 0)).toBe(true);
	expect([report.campaigns, report.failures, report.trend.points]).toEqual([[], [], []]);
});
