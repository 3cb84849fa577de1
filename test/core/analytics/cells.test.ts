import fc from 'fast-check';
import { CELL_GROUP, type Cell } from '../../../core/analytics/cell';
import { mergeCells, toCells } from '../../../core/analytics/cells';
import {
	addDuration,
	addHistogram,
	BUCKETS,
	bucketOf,
	formatHistogram,
	middleOf,
	type Histogram,
} from '../../../core/analytics/histogram';
import { readCell } from '../../../core/analytics/readCell';
import { buildReport } from '../../../core/analytics/report';
import { createFold } from '../../../core/ledger/fold';
import { formatKey } from '../../../core/ledger/key';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';

const T = Date.parse('2026-11-10T12:00:00Z') / 1000;
const HOUR = 3600;
const DAY = 86_400;

const cellsOf = (rows: LedgerRow[]): Cell[] => {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	return toCells(fold);
};

/** A message with a life of its own, and what its person did about it. */
const anyMessage = fc.record({
	slot: fc.integer({ min: 0, max: 3 }),
	start: fc.integer({ min: 0, max: 899 }),
	campaign: fc.constantFrom('', 'A', 'B'),
	country: fc.constantFrom('DE', 'US'),
	life: fc.subarray(['accepted', 'held', 'sent', 'delivered', 'read', 'failed', 'claimed'], {
		minLength: 1,
	}),
	step: fc.integer({ min: 0, max: 40_000 }),
	price: fc.boolean(),
	answer: fc.option(fc.integer({ min: 1, max: 80 * HOUR })),
	leaves: fc.boolean(),
});

const story = (
	message: typeof anyMessage extends fc.Arbitrary<infer M> ? M : never,
	i: number,
): LedgerRow[] => {
	const at = T + message.slot * 900 + message.start;
	const known = { contact_key: `c${i}`, campaign: message.campaign, country: message.country };
	const rows = message.life.map((kind, step) =>
		row(kind, at + step * message.step, {
			...known,
			message_id: `m${i}`,
			...(kind === 'failed' && { error_code: '131049' }),
			...(kind === 'delivered' &&
				message.price && { pricing_type: 'regular', category: 'marketing' }),
		}),
	);
	if (message.answer !== null)
		rows.push(row('received', at + message.answer, { message_id: `in${i}`, contact_key: `c${i}` }));
	if (message.leaves)
		rows.push(row('opted_out', at + 60, { message_id: `m${i}`, contact_key: `c${i}` }));
	return rows;
};

describe('cells', () => {
	it('made in two places and added up are the cells made in one', () => {
		fc.assert(
			fc.property(
				fc.array(anyMessage, { maxLength: 30 }),
				fc.integer({ min: 0, max: 30 }),
				(messages, cut) => {
					const stories = messages.map(story);
					const [one, two] = [stories.slice(0, cut), stories.slice(cut)].map((part) =>
						cellsOf(part.flat()),
					);
					const whole = cellsOf(stories.flat());
					expect(mergeCells([...two, ...one])).toEqual(whole);
					expect(mergeCells(whole)).toEqual(whole);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('say the same in whatever order they come', () => {
		fc.assert(
			fc.property(fc.array(anyMessage, { maxLength: 30 }), (messages) => {
				const cells = cellsOf(messages.flatMap(story));
				const options = { now: T + 5 * DAY };
				expect(buildReport([...cells].reverse(), options)).toEqual(buildReport(cells, options));
			}),
			{ numRuns: 100 },
		);
	});

	it('survive a table that adds columns, leaves empty text out and returns numbers as text', () => {
		const cells = cellsOf([
			row('accepted', T, { message_id: 'm' }),
			row('read', T + 70, { message_id: 'm' }),
		]);
		const stored = cells.map((cell) => ({
			id: 7,
			createdAt: '2026-11-22',
			...Object.fromEntries(
				Object.entries(cell).flatMap(([name, value]) =>
					value === '' ? [] : [[name, String(value)]],
				),
			),
		}));
		expect(stored.map(readCell)).toEqual(cells);
		expect(readCell({ of: 'something', slot: 1 })).toBeUndefined();
		expect(readCell({ kind: 'sent', at: 1 })).toBeUndefined();
		expect(readCell({ of: 'message', slot: 900, to_read: '5;1' })).toBeUndefined();
	});

	it('group by everything a report asks for, and name no person', () => {
		const [cell, ...others] = cellsOf([
			row('accepted', T + 899, {
				message_id: 'm',
				contact_key: 'ada',
				recipient: '49',
				country: 'DE',
			}),
		]);
		expect(others).toEqual([]);
		expect(cell).toMatchObject({
			of: 'message',
			slot: T,
			status: 'accepted',
			count: 1,
			country: 'DE',
			first_at: T + 899,
		});
		expect(JSON.stringify(cell)).not.toContain('ada');
		expect(CELL_GROUP).not.toContain('recipient');
	});

	it('count what was billed when Meta priced it', () => {
		const cells = cellsOf([
			row('accepted', T, { message_id: 'm', campaign: 'A' }),
			row('delivered', T + DAY, {
				message_id: 'm',
				category: 'marketing',
				pricing_type: 'regular',
				pricing_model: 'PMP',
			}),
			row('read', T + 2 * DAY, {
				message_id: 'm',
				category: 'marketing',
				pricing_type: 'regular',
				pricing_model: 'PMP',
			}),
		]);
		expect(cells.filter(({ of }) => of === 'billed')).toMatchObject([
			{
				slot: T + DAY,
				campaign: 'A',
				count: 1,
				pricing_category: 'marketing',
				pricing_type: 'regular',
				pricing_model: 'PMP',
			},
		]);
	});

	it('know second attempts, why somebody was skipped, and how late we learnt', () => {
		const key = (attempt: string) => formatKey({ campaign: 'A', contact: 'c', attempt });
		const cells = cellsOf([
			row('accepted', T, { message_id: 'm1', key: key('1') }),
			row('accepted', T, { message_id: 'm2', key: key('2') }),
			row('delivered', T + 5, { message_id: 'm2', received_at: T + 65 }),
			row('skipped', T, { key: key('3'), reason: 'opted_out' }),
		]);
		expect(
			cells.map(({ status, retries, reason, late }) => [status, retries, reason, late]),
		).toEqual([
			['accepted', 0, '', ''],
			['delivered', 1, '', '60:1'],
			['skipped', 0, 'opted_out', ''],
		]);
	});

	it('count a person who leaves once, and again after coming back', () => {
		const decide = (kind: string, seconds: number) =>
			row(kind, T + seconds, { contact_key: 'ada' });
		const left = (rows: LedgerRow[]) =>
			cellsOf(rows).reduce((sum, { of, count }) => sum + (of === 'opted_out' ? count : 0), 0);
		expect(left([decide('opted_out', 1), decide('opted_out', 2), decide('opted_out', 9000)])).toBe(
			1,
		);
		expect(left([decide('opted_out', 1), decide('opted_in', 2), decide('opted_out', 2)])).toBe(2);
		expect(left([decide('opted_out', 1), decide('opted_in', 2)])).toBe(1);
	});

	it('an answer that quotes something else belongs to no message of ours', () => {
		const replied = (reply_to: string, after = 60) =>
			cellsOf([
				row('accepted', T, { message_id: 'm', contact_key: 'ada' }),
				row('received', T + after, { message_id: 'in', contact_key: 'ada', reply_to }),
			]).find(({ of }) => of === 'message');
		expect(replied('of another app')).toMatchObject({ replied: 0 });
		expect(replied('')).toMatchObject({ replied: 1, replied_24h: 1 });
		expect(replied('', 2 * DAY)).toMatchObject({ replied: 1, replied_24h: 0 });
		expect(replied('m', 29 * DAY)).toMatchObject({ replied: 1, replied_24h: 0 });
		expect(replied('m', 31 * DAY)).toMatchObject({ replied: 0 });
	});

	it('what is settled may become cells without changing a figure', () => {
		fc.assert(
			fc.property(
				fc.array(anyMessage, { maxLength: 20 }),
				fc.array(anyMessage, { maxLength: 20 }),
				(old, young) => {
					const now = T + 60 * DAY;
					const before = old
						.flatMap(story)
						.map((one) => ({ ...one, at: one.at, contact_key: `old ${one.contact_key}` }));
					const after = young
						.flatMap((one, i) => story(one, i + 100))
						.map((one) => ({ ...one, at: one.at + 38 * DAY }));
					const isConsent = ({ kind }: LedgerRow) => kind.startsWith('opted');
					// Consent is proof: its rows stay.
					const summaries = cellsOf(before).filter(({ of }) => of !== 'opted_out');
					const kept = cellsOf([...before.filter(isConsent), ...after]);
					expect(buildReport(mergeCells([...summaries, ...kept]), { now })).toEqual(
						buildReport(cellsOf([...before, ...after]), { now }),
					);
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe('histograms', () => {
	it('have whole seconds up to a minute and then steps of 4 %, up to 37 days', () => {
		expect(BUCKETS.slice(0, 61)).toEqual(Array.from({ length: 61 }, (_, second) => second));
		expect(BUCKETS.slice(61, 66)).toEqual([63, 66, 69, 72, 75]);
		expect(BUCKETS[BUCKETS.length - 1]).toBeLessThanOrEqual(37 * DAY);
	});
	it('stand for a duration that is at most 2.5 % off', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 37 * DAY }), (seconds) => {
				const bucket = bucketOf(seconds);
				expect(BUCKETS).toContain(bucket);
				expect(bucket).toBeLessThanOrEqual(seconds);
				expect(Math.abs(middleOf(bucket) - seconds)).toBeLessThanOrEqual(
					seconds < 60 ? 0 : seconds * 0.025,
				);
			}),
			{ numRuns: 2000 },
		);
	});
	it('are written smallest bucket first and read back', () => {
		const histogram: Histogram = new Map();
		for (const seconds of [100, 4, 4, -3]) addDuration(histogram, seconds);
		const text = formatHistogram(histogram);
		expect(text).toBe('0:1 4:2 98:1');
		const sum: Histogram = new Map();
		addHistogram(sum, text);
		addHistogram(sum, text);
		addHistogram(sum, '');
		expect(formatHistogram(sum)).toBe('0:2 4:4 98:2');
	});
});
