import { addDuration, type Histogram } from '../../../core/analytics/histogram';
import { momentOf } from '../../../core/analytics/moments';
import { duration, percent, range } from '../../../core/analytics/page/format';
import { niceScale } from '../../../core/analytics/page/scale';
import { percentilesOf } from '../../../core/analytics/percentiles';
import { wilson } from '../../../core/analytics/wilson';
import { createZone } from '../../../core/analytics/zone';
import { InputError } from '../../../core/input';

// Published values: Newcombe 1998, table I (81/263 and 15/148), and the limits for 0 of 20.
it.each([
	[81, 263, 0.2553, 0.3662],
	[15, 148, 0.0624, 0.1605],
	[0, 20, 0, 0.1611],
	[20, 20, 0.8389, 1],
])('the Wilson interval of %d of %d', (count, total, low, high) => {
	const found = wilson(count, total);
	expect(found?.low).toBeCloseTo(low, 4);
	expect(found?.high).toBeCloseTo(high, 4);
});

it('there is no interval for nothing', () => expect(wilson(0, 0)).toBeUndefined());

describe('percentiles', () => {
	const of = (values: number[]) => {
		const durations: Histogram = new Map();
		for (const value of values) addDuration(durations, value);
		return percentilesOf(durations);
	};
	it.each([
		[[], { count: 0, p50: null, p90: null, p99: null }],
		[[7], { count: 1, p50: 7, p90: 7, p99: 7 }],
		[[1, 2], { count: 2, p50: 1, p90: 2, p99: 2 }],
		[Array.from({ length: 100 }, (_, i) => 100 - i), { count: 100, p50: 50, p90: 91, p99: 99 }], // above a minute: the middle of a bucket
		[[0, -2, 5], { count: 3, p50: 0, p90: 5, p99: 5 }],
	])('by nearest rank: %j', (values, expected) => expect(of(values)).toEqual(expected));
});

describe('time zones', () => {
	const at = (iso: string) => Date.parse(iso) / 1000;
	const hours = (name: string, date: string) => {
		const zone = createZone(name);
		const day = zone.dayOf(at(`${date}T12:00:00Z`));
		return (zone.startOfDay(day + 1) - zone.startOfDay(day)) / 3600;
	};
	it.each([
		['Europe/Berlin', '2026-03-29', 23],
		['Europe/Berlin', '2026-10-25', 25],
		['Europe/Berlin', '2026-06-01', 24],
		['America/New_York', '2026-03-08', 23],
		['America/New_York', '2026-11-01', 25],
		['Australia/Lord_Howe', '2026-10-04', 23.5],
		['Africa/Cairo', '2026-04-24', 23],
		['Asia/Kolkata', '2026-06-01', 24],
		['UTC', '2026-06-01', 24],
	])('%s has on %s a day of %d hours', (name, date, length) =>
		expect(hours(name, date)).toBe(length),
	);

	it('begins the day at local midnight', () => {
		const zone = createZone('Asia/Kathmandu');
		const start = zone.startOfDay(zone.dayOf(at('2026-06-01T12:00:00Z')));
		expect(new Date(start * 1000).toISOString()).toBe('2026-05-31T18:15:00.000Z');
	});

	it('the hour that is repeated in autumn is two hours', () => {
		const zone = createZone('Europe/Berlin');
		const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((iso) =>
			zone.startOfHour(at(iso)),
		);
		expect(second - first).toBe(3600);
		expect([first, second].map((one) => zone.local(one).getUTCHours())).toEqual([2, 2]);
	});

	it('says which name it does not know', () => {
		expect(() => createZone('Mars/Olympus')).toThrow(InputError);
		expect(() => createZone('Mars/Olympus')).toThrow('Mars/Olympus');
	});

	it.each([
		['2026-07-01T08:00:00', '2026-07-01T06:00:00Z'],
		['2026-12-01T08:00', '2026-12-01T07:00:00Z'],
		['2026-12-01', '2026-11-30T23:00:00Z'],
		['2026-07-01T08:00:00+05:30', '2026-07-01T02:30:00Z'],
		['2026-07-01T08:00:00.000Z', '2026-07-01T08:00:00Z'],
	])('reads %s by the clock of the zone', (text, iso) => {
		expect(momentOf('Start', text, createZone('Europe/Berlin'))).toBe(at(iso));
	});

	it('an empty moment is none, and nonsense is refused by the name of its field', () => {
		const zone = createZone('UTC');
		expect(momentOf('Start', '', zone)).toBeUndefined();
		expect(() => momentOf('Start', 'next week', zone)).toThrow(/"Start"/);
	});
});

it.each([
	[0, '0 s'],
	[59, '59 s'],
	[60, '1 min'],
	[125, '2 min 5 s'],
	[4800, '1 h 20 min'],
	[273_600, '3 d 4 h'],
	[null, '–'],
])('%p seconds are written %s', (seconds, text) => expect(duration(seconds)).toBe(text));

it.each([
	[0, '0.0%'],
	[0.0001, '<0.1%'],
	[0.9525, '95.3%'],
	[0.99951, '>99.9%'],
	[1, '100%'],
])('a share of %d is written %s', (share, text) => expect(percent(share)).toBe(text));

it('writes an interval no narrower than it is', () => expect(range(0.9441, 0.9601)).toBe('94–97%'));

it.each([
	[0, [0, 1]],
	[3, [0, 1, 2, 3]],
	[7, [0, 2, 4, 6, 8]],
	[827, [0, 250, 500, 750, 1000]],
	[100, [0, 25, 50, 75, 100]],
])('an axis up to %d has round steps', (largest, ticks) =>
	expect(niceScale(largest)).toEqual(ticks),
);
