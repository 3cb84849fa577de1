import { toCells } from '../../../core/analytics/cells';
import { periodBefore } from '../../../core/analytics/compared';
import { zoneOfCountry } from '../../../core/analytics/countryZone';
import { METRICS } from '../../../core/analytics/metrics';
import { buildReport, type ReportOptions } from '../../../core/analytics/report';
import { createZone } from '../../../core/analytics/zone';
import { createFold } from '../../../core/ledger/fold';
import { formatKey } from '../../../core/ledger/key';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';

const at = (iso: string) => Date.parse(iso) / 1000;
const T = at('2026-11-10T12:00:00Z');
const HOUR = 3600;
const DAY = 86_400;

const cellsOf = (rows: LedgerRow[]) => {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	return toCells(fold);
};
const reportOf = (rows: LedgerRow[], options: Partial<ReportOptions> = {}) =>
	buildReport(cellsOf(rows), { now: T + DAY, ...options });
const life = (id: string, times: Record<string, number>, known: Partial<LedgerRow> = {}) =>
	Object.entries(times).map(([kind, seconds]) =>
		row(kind, T + seconds, { message_id: id, contact_key: `of ${id}`, ...known }),
	);
const many = (count: number, make: (i: number) => LedgerRow[]) =>
	Array.from({ length: count }, (_, i) => make(i)).flat();
const metricOf = (report: ReturnType<typeof reportOf>, id: string) =>
	report.metrics.find((metric) => metric.id === id);

describe('what Meta does', () => {
	it('leaves out delivered when read comes at once: read means delivered', () => {
		const { counts, time_to_deliver } = reportOf(life('m', { accepted: 0, sent: 1, read: 4 }));
		expect(counts).toMatchObject({ delivered: 1, read: 1 });
		expect(time_to_deliver).toMatchObject({ count: 1, p50: 3 });
	});

	it.each([
		['delivered after failed', { accepted: 0, failed: 2, delivered: 9 }],
		['failed after delivered', { accepted: 0, delivered: 2, failed: 9 }],
	])('%s on another device: it arrived', (_name, times) => {
		const { counts, failures } = reportOf(life('m', times, { error_code: '131026' }));
		expect(counts).toMatchObject({ delivered: 1, failed: 0 });
		expect(failures).toEqual([]);
	});

	it('tells of a status before our own answer is stored, or with our key alone', () => {
		const key = formatKey({ campaign: 'A', contact: 'c', attempt: '1' });
		const early = row('delivered', T + 5, { message_id: 'm', key });
		const ours = row('accepted', T, { message_id: 'm', key, campaign: 'A' });
		const claim = row('claimed', T - 1, { key, campaign: 'A' });
		for (const rows of [[early, ours, claim], [early, claim], [early]]) {
			expect(reportOf(rows).counts).toMatchObject({
				attempted: 1,
				accepted: 1,
				delivered: 1,
				unknown: 0,
			});
		}
	});

	it('repeats itself, and mixes statuses with messages', () => {
		const rows = [
			...life('m', { accepted: 0, sent: 1, delivered: 2 }),
			row('received', T + 9, { message_id: 'in', contact_key: 'of m' }),
		];
		expect(reportOf([...rows, ...rows, ...rows])).toEqual(reportOf(rows));
	});

	it('does not tell of reads that people hide: the rate says that it is a lower bound', () => {
		const rows = many(40, (i) =>
			life(`m${i}`, { accepted: 0, delivered: 1, ...(i < 10 && { read: 9 }) }),
		);
		expect(metricOf(reportOf(rows), 'read')).toMatchObject({
			value: 0.25,
			note: expect.stringMatching(/At least/) as string,
		});
	});

	it('counts in whole seconds: nothing is faster than 0, and ties are ties', () => {
		const rows = many(3, (i) => life(`m${i}`, { accepted: 0, sent: 0, delivered: 0, read: 0 }));
		expect(reportOf(rows).time_to_read).toEqual({ count: 3, p50: 0, p90: 0, p99: 0 });
	});

	it('measures time by Meta’s clock, and tells apart how late we learnt of it', () => {
		const rows = [
			row('accepted', T, { message_id: 'm' }),
			row('delivered', T + 5, { message_id: 'm', received_at: T + 3 * DAY }),
			row('delivered', T + 5, { message_id: 'm', received_at: T + 50 }),
		];
		expect(reportOf(rows).time_to_deliver.p50).toBe(5);
		expect(metricOf(reportOf(rows), 'lateness')).toMatchObject({ p50: 45, denominator: 1 });
	});

	it('may be 37 days late: only the cell of that message changes', () => {
		const rows = [...life('m1', { accepted: 0 }), ...life('m2', { accepted: 2 * HOUR })];
		const late = row('delivered', T + 37 * DAY, { message_id: 'm1' });
		const [before, after] = [rows, [...rows, late]].map(cellsOf);
		const changed = after.filter(
			(cell) => !before.some((known) => JSON.stringify(known) === JSON.stringify(cell)),
		);
		expect(changed).toMatchObject([{ slot: T, status: 'delivered' }]);
		expect(before).toHaveLength(after.length);
	});

	it('prices a message once, on delivered or on read; what failed or was held costs nothing', () => {
		const priced = { category: 'marketing', pricing_type: 'regular', pricing_model: 'PMP' };
		const rows = [
			...life('m1', { accepted: 0 }),
			...life('m1', { delivered: 5, read: 90 }, priced),
			...life('m2', { accepted: 0 }),
			...life('m2', { read: 7 }, { ...priced, pricing_type: 'free_customer_service' }),
			...life('m3', { accepted: 0, held: 0 }),
			...life('m4', { accepted: 0, failed: 3 }),
		];
		expect(reportOf(rows).counts).toMatchObject({ billed: 2, free: 1 });
	});

	it('may name no phone number and no country', () => {
		const rows = life(
			'm',
			{ accepted: 0, delivered: 3 },
			{ contact_key: 'US.13491208655302741918', recipient: '' },
		);
		const { countries, heatmap } = reportOf(rows);
		expect(countries.map(({ name }) => name)).toEqual(['']);
		expect(heatmap.without_country).toBe(1);
	});
});

describe('days and hours', () => {
	it('of 23 and 25 hours are days, and the day before a day is a day', () => {
		const zone = createZone('Europe/Berlin');
		const day = (iso: string) => zone.startOfDay(zone.dayOf(at(iso)));
		const [sunday, monday] = ['2026-10-25T12:00:00Z', '2026-10-26T12:00:00Z'].map(day);
		expect(monday - sunday).toBe(25 * HOUR);
		const tuesday = day('2026-10-27T12:00:00Z');
		expect(periodBefore({ from: monday, to: tuesday }, zone)).toEqual({ from: sunday, to: monday });
		expect(periodBefore({ from: monday + 900, to: tuesday }, zone)).toEqual({
			from: monday + 900 - (tuesday - monday - 900),
			to: monday + 900,
		});
	});

	it('hours of the week follow the clock on both sides of a change', () => {
		const rows = ['2026-10-24T10:00:00Z', '2026-10-31T11:00:00Z'].flatMap((iso, i) => [
			row('accepted', at(iso), { message_id: `m${i}`, country: 'DE' }),
		]);
		const { account, recipient } = reportOf(rows, { timeZone: 'Europe/Berlin' }).heatmap;
		// Saturday, noon by the clock in Berlin, before and after it went back.
		expect(account[5 * 24 + 12].attempted).toBe(2);
		expect(recipient[5 * 24 + 12].attempted).toBe(2);
	});

	it('are the recipient’s where that is asked', () => {
		const known = { message_id: 'm', country: 'IN' };
		const { account, recipient } = reportOf([
			row('accepted', at('2026-11-08T20:00:00Z'), known),
		]).heatmap;
		expect(account[6 * 24 + 20].attempted).toBe(1);
		expect(recipient[1].attempted).toBe(1);
	});

	it('every country we know by its number has a zone that exists', () => {
		for (const country of ['DE', 'us', 'XK', 'AC', 'BQ', 'IN', 'BR']) {
			expect(() => createZone(zoneOfCountry(country) ?? 'none')).not.toThrow();
		}
		expect(zoneOfCountry('')).toBeUndefined();
		expect(zoneOfCountry('ZZ')).toBeUndefined();
	});
});

describe('figures', () => {
	it('what Meta limits is a bucket of its own', () => {
		const codes = ['131049', '131049', '131026'];
		const rows = codes.flatMap((error_code, i) =>
			life(`m${i}`, { accepted: 0, failed: 1 }, { error_code }),
		);
		const report = reportOf(rows);
		expect(report.counts).toMatchObject({ failed: 3, limited: 2 });
		expect(report.failures.map(({ bucket, count }) => [bucket, count])).toEqual([
			['Limited by Meta', 2],
			['Not on WhatsApp or unreachable', 1],
		]);
	});

	it('failures say which templates and countries they concern most', () => {
		const rows = many(5, (i) =>
			life(
				`m${i}`,
				{ accepted: 0, failed: 1 },
				{ error_code: '131026', template: i < 3 ? 'a' : 'b', country: 'DE' },
			),
		);
		expect(reportOf(rows).failures[0].codes[0]).toMatchObject({
			templates: [
				{ name: 'a', count: 3 },
				{ name: 'b', count: 2 },
			],
			countries: [{ name: 'DE', count: 5 }],
		});
	});

	it('small numbers have no percentage, but their two numbers', () => {
		const rows = many(29, (i) => life(`m${i}`, { accepted: 0, delivered: 1 }));
		expect(metricOf(reportOf(rows), 'delivery')).toMatchObject({
			value: null,
			numerator: 29,
			denominator: 29,
		});
	});

	it('what has no data says why instead of showing a zero', () => {
		const report = reportOf(life('m', { accepted: 0 }));
		const silent = [
			'cost',
			'cost_forecast',
			'meta_sent',
			'webhook_latency',
			'messaging_limit',
			'speed',
			'queued',
		];
		for (const id of silent) {
			expect(metricOf(report, id)).toMatchObject({ value: null });
			expect(metricOf(report, id)?.note).not.toBe('');
		}
		expect(metricOf(reportOf([], { filter: { campaign: 'A' } }), 'opt_outs')?.value).toBeNull();
	});

	it('all have a definition, and all shares name what is divided by what', () => {
		expect(METRICS.length).toBeGreaterThanOrEqual(40);
		expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
		for (const metric of METRICS) {
			expect(metric.definition).toMatch(/^[A-Z].{20,}\.$/);
			if (metric.kind === 'rate') expect(metric.numerator && metric.denominator).toBeTruthy();
		}
	});

	it('no share is above 1, whatever happened', () => {
		const rows = many(60, (i) =>
			life(`m${i}`, { accepted: 0, ...(i % 2 && { read: 5 }), ...(i % 3 && { failed: 3 }) }),
		);
		for (const { value, low, high } of reportOf(rows).rates) {
			if (value === null || low === null || high === null) continue;
			expect(value).toBeGreaterThanOrEqual(low);
			expect(value).toBeLessThanOrEqual(high);
			expect(high).toBeLessThanOrEqual(1);
		}
	});

	it('second attempts are counted once for the person and by what they yield', () => {
		const key = (i: number, attempt: string) =>
			formatKey({ campaign: 'A', contact: `c${i}`, attempt });
		const rows = many(30, (i) => [
			...life(`m${i}`, { accepted: 0, failed: 1 }, { key: key(i, '1'), error_code: '131049' }),
			...life(
				`n${i}`,
				{ accepted: DAY, ...(i < 12 && { delivered: DAY + 3 }) },
				{ key: key(i, '2') },
			),
		]);
		const report = reportOf(rows);
		expect(metricOf(report, 'audience')?.value).toBe(30);
		expect(metricOf(report, 'retry_yield')).toMatchObject({ numerator: 12, denominator: 30 });
	});

	it('the speed is that of the busiest quarter of an hour', () => {
		const rows = many(800, (i) => life(`m${i}`, { accepted: Math.floor(i / 80) }));
		expect(metricOf(reportOf(rows), 'speed')?.value).toBe(80);
	});
});

describe('opened within', () => {
	// Worked by hand: 100 arrived 30 days ago, 40 read after 10 s; 100 arrived 2 hours ago, 20 read after 10 s.
	const rows = [
		...many(100, (i) =>
			life(`a${i}`, {
				accepted: 0,
				sent: 0,
				delivered: 0,
				...(i < 40 && { read: 10 }),
				...(i >= 40 && i < 70 && { read: 5 * HOUR }),
			}),
		),
		...many(100, (i) =>
			life(`b${i}`, {
				accepted: 30 * DAY,
				sent: 30 * DAY,
				delivered: 30 * DAY,
				...(i < 20 && { read: 30 * DAY + 10 }),
			}),
		),
	];
	const { survival } = reportOf(rows, { now: T + 30 * DAY + 2 * HOUR });
	const share = (within: number) => survival.find((point) => point.within === within)?.share;

	it('counts young messages for as long as they have been watched', () => {
		expect(share(60)).toBeCloseTo(0.3, 10);
		// 140 were unread after 10 s; the 80 young ones are gone after 2 hours, 30 of the other 60 read after 5 hours.
		expect(share(12 * HOUR)).toBeCloseTo(1 - 0.7 * 0.5, 10);
	});
	it('ends where too few have been watched', () => {
		expect(reportOf(rows.slice(0, 20)).survival).toEqual([]);
		expect(survival[survival.length - 1].watched).toBeGreaterThanOrEqual(30);
	});
});

describe('comparison', () => {
	const versions = (a: number, b: number, of: number) =>
		many(of, (i) => [
			...life(
				`a${i}`,
				{ accepted: 0, delivered: 1, ...(i < a && { read: 60 }) },
				{ variant: 'A', campaign: 'S' },
			),
			...life(
				`b${i}`,
				{ accepted: 0, delivered: 1, ...(i < b && { read: 60 }) },
				{ variant: 'B', campaign: 'S' },
			),
		]);
	const read = (rows: LedgerRow[]) =>
		reportOf(rows, { compare: 'variants' }).comparison?.rates.find(({ id }) => id === 'read');

	it('shows a difference that chance does not explain', () => {
		expect(read(versions(300, 400, 1000))).toMatchObject({
			a: { numerator: 300, denominator: 1000 },
			b: { numerator: 400, denominator: 1000 },
			verdict: expect.stringMatching(/Version B is higher/) as string,
		});
	});
	it('and none that it does', () => {
		expect(read(versions(300, 310, 1000))?.verdict).toMatch(/No difference shown/);
	});
	it('warns of small numbers', () => {
		const { comparison } = reportOf(versions(3, 9, 20), { compare: 'variants' });
		expect(comparison?.warnings.join(' ')).toMatch(/Small numbers \(one side has 20\)/);
		expect(comparison?.rates.find(({ id }) => id === 'read')?.test).toBe('z');
	});
	it('of periods takes as much time before', () => {
		const { comparison } = reportOf(versions(30, 40, 100), {
			compare: 'previousPeriod',
			from: T + HOUR,
			now: T + 2 * HOUR,
		});
		expect(comparison).toMatchObject({
			a: { counts: { attempted: 200 } },
			b: { counts: { attempted: 0 } },
			rates: [],
		});
	});
	it('there is none without two sides', () => {
		expect(
			reportOf(life('m', { accepted: 0 }), { compare: 'variants' }).comparison,
		).toBeUndefined();
		expect(reportOf(versions(1, 1, 5), { compare: 'previousPeriod' }).comparison).toBeUndefined();
	});
});
