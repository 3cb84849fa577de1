import Decimal from 'decimal.js';
import fc from 'fast-check';
import { cellSchema, type Cell } from '../../../core/analytics/cell';
import { readPrice, writeAmount } from '../../../core/analytics/cost/money';
import { priceCells } from '../../../core/analytics/cost/price';
import { readRate, readRates } from '../../../core/analytics/cost/rates';
import { costReport } from '../../../core/analytics/cost/report';
import { buildReport } from '../../../core/analytics/report';

const NOVEMBER = Date.UTC(2026, 10, 2) / 1000;

const billed = (fields: Partial<Cell>): Cell =>
	cellSchema.parse({
		of: 'billed',
		slot: NOVEMBER,
		count: 1,
		country: 'DE',
		phone_number_id: '1',
		pricing_category: 'marketing',
		pricing_type: 'regular',
		pricing_model: 'PMP',
		...fields,
	});

const rate = (fields: Record<string, unknown> = {}) =>
	readRate({
		country: 'DE',
		category: 'marketing',
		price: '0.1131',
		currency: 'XTS',
		valid_from: '2026-10-01',
		...fields,
	});

const total = (cells: Cell[], rates = [rate()]) => costReport(priceCells(cells, rates));

describe('money', () => {
	it('is exact where numbers are not', () => {
		const prices = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999_999 }));
		fc.assert(
			fc.property(fc.array(fc.tuple(prices, fc.integer({ min: 0, max: 100_000 }))), (list) => {
				const lines = list.map(([[whole, micros], count]) => ({
					price: `${whole}.${String(micros).padStart(6, '0')}`,
					count,
				}));
				const ours = lines.reduce(
					(sum, line) => sum + readPrice(line.price) * BigInt(line.count),
					0n,
				);
				const theirs = lines.reduce(
					(sum, line) => sum.plus(new Decimal(line.price).times(line.count)),
					new Decimal(0),
				);
				expect(writeAmount(ours)).toBe(theirs.toFixed());
			}),
		);
	});

	it.each(['', 'free', '1,5', '-1', '$0.01', '0.0000001', '1e-3'])(
		'refuses the price %p',
		(price) => {
			expect(() => readPrice(price)).toThrow(/price/);
		},
	);
});

describe('what a message costs', () => {
	it('is the price of its category and country on its day', () => {
		const rates = [
			rate(),
			rate({ price: '0.2', valid_from: '2027-01-01' }),
			rate({ category: 'utility', price: '0.0456' }),
			rate({ country: 'IN', price: '0.0118' }),
		];
		const january = Date.UTC(2027, 0, 1) / 1000;
		const of = (fields: Partial<Cell>) => total([billed(fields)], rates).amounts[0]?.amount;
		expect(of({})).toBe('0.1131');
		expect(of({ count: 3 })).toBe('0.3393');
		expect(of({ pricing_category: 'utility' })).toBe('0.0456');
		expect(of({ country: 'IN' })).toBe('0.0118');
		expect(of({ slot: january })).toBe('0.2');
		expect(of({ slot: january - 900 })).toBe('0.1131');
	});

	it('comes from a market of several countries, or from the line for everywhere else', () => {
		const rates = [
			rate({ country: 'at, DE ,CH', price: '0.5' }),
			rate({ country: '', price: '0.7' }),
		];
		expect(total([billed({ country: 'CH' })], rates).amounts[0].amount).toBe('0.5');
		expect(total([billed({ country: 'FR' })], rates).amounts[0].amount).toBe('0.7');
		expect(total([billed({ country: '' })], rates).amounts[0].amount).toBe('0.7');
	});

	it('knows a category by either of its spellings', () => {
		const rates = [rate({ category: 'authentication_international', price: '0.3' })];
		const cell = billed({ pricing_category: 'authentication-international' });
		expect(total([cell], rates).amounts[0].amount).toBe('0.3');
	});

	it('is nothing when Meta says it is free, whatever the table says', () => {
		const free = ['free_customer_service', 'free_entry_point', 'free_group_customer_service'];
		const found = total(free.map((pricing_type) => billed({ pricing_type, count: 2 })));
		expect(found).toMatchObject({ amounts: [], free: 6, paid: 0, unpriced: 0 });
	});

	it('is named as missing, and is in no sum, where the table has no line', () => {
		const found = total([billed({ count: 2 }), billed({ country: 'FR', count: 5 })]);
		expect(found.amounts).toEqual([{ currency: 'XTS', amount: '0.2262' }]);
		expect(found).toMatchObject({ paid: 2, unpriced: 5 });
		expect(found.missing).toEqual([
			{ country: 'FR', category: 'marketing', why: 'no_rate', messages: 5 },
		]);
	});

	it('is not guessed for a message of before its rates, or one billed by conversation', () => {
		const old = billed({ slot: Date.UTC(2026, 8, 30) / 1000 });
		const conversation = billed({ pricing_model: 'CBP' });
		expect(total([old, conversation]).missing.map(({ why }) => why)).toEqual([
			'no_rate',
			'by_conversation',
		]);
	});

	it('stays apart by currency', () => {
		const rates = [rate(), rate({ country: 'IN', currency: 'inr', price: '0.86' })];
		expect(total([billed({}), billed({ country: 'IN' })], rates).amounts).toEqual([
			{ currency: 'INR', amount: '0.86' },
			{ currency: 'XTS', amount: '0.1131' },
		]);
	});
});

describe('volume tiers and allowances', () => {
	const tiers = [
		rate({ category: 'utility', price: '0.03' }),
		rate({ category: 'utility', price: '0.02', from_message: 101 }),
		rate({ category: 'utility', price: '0.01', from_message: 1001 }),
	];
	const utility = (fields: Partial<Cell>) => billed({ pricing_category: 'utility', ...fields });

	it('price each message by its place in the month, also where a cell crosses a border', () => {
		const amount = (count: number) => total([utility({ count })], tiers).amounts[0].amount;
		expect(amount(100)).toBe('3');
		expect(amount(101)).toBe('3.02');
		expect(amount(1500)).toBe('26');
		const later = utility({ slot: NOVEMBER + 900, count: 1400 });
		expect(total([later, utility({ count: 100 })], tiers).amounts[0].amount).toBe('26');
	});

	it('begin anew with each month and count each market for itself', () => {
		const cells = [
			utility({ count: 100 }),
			utility({ count: 100, slot: Date.UTC(2026, 11, 1) / 1000 }),
		];
		expect(total(cells, tiers).amounts[0].amount).toBe('6');
		const other = tiers.concat(rate({ category: 'utility', country: 'FR', price: '0.03' }));
		const abroad = [utility({ count: 100 }), utility({ count: 100, country: 'FR' })];
		expect(total(abroad, other).amounts[0].amount).toBe('6');
	});

	it('let the first messages of each business number go free', () => {
		const rates = [rate({ category: 'service', price: '0.01', free_per_month: 1000 })];
		const service = (fields: Partial<Cell>) => billed({ pricing_category: 'service', ...fields });
		const found = total(
			[
				service({ count: 990 }),
				service({ count: 30, slot: NOVEMBER + 900 }),
				service({ count: 5, phone_number_id: '2' }),
			],
			rates,
		);
		expect(found).toMatchObject({ free: 1005, paid: 20 });
		expect(found.amounts).toEqual([{ currency: 'XTS', amount: '0.2' }]);
	});

	it('cost the same however the month is cut into cells, and add up over campaigns', () => {
		const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(sizes, (counts) => {
				const cells = counts.map((count, i) =>
					utility({ count, slot: NOVEMBER + i * 900, campaign: `c${i % 3}` }),
				);
				const whole = counts.reduce((a, b) => a + b, 0);
				const cut = total(cells, tiers);
				expect(cut.amounts).toEqual(total([utility({ count: whole })], tiers).amounts);
				const parts = cut.campaigns.map(({ amounts }) => new Decimal(amounts[0].amount));
				expect(Decimal.sum(...parts).toFixed()).toBe(cut.amounts[0].amount);
			}),
		);
	});
});

const tableOf = (...rates: Array<ReturnType<typeof rate>>) => ({ lines: [], rates, problems: [] });

describe('a report', () => {
	const cells = [
		billed({ count: 90, campaign: 'A' }),
		billed({ count: 10, campaign: 'B', slot: NOVEMBER + 86_400 }),
		cellSchema.parse({ of: 'message', slot: NOVEMBER, status: 'read', count: 50, campaign: 'A' }),
	];
	const options = { now: NOVEMBER + 10 * 86_400 };
	const valueOf = (report: ReturnType<typeof buildReport>, id: string) =>
		report.metrics.find((metric) => metric.id === id);

	it('says why there is no cost without a rate table', () => {
		const report = buildReport(cells, options);
		expect(report.cost).toBeUndefined();
		expect(valueOf(report, 'cost')).toMatchObject({ value: null });
		expect(valueOf(report, 'cost')?.note).toMatch(/rate table/);
	});

	it('adds cost, and divides it by what arrived', () => {
		const report = buildReport(cells, { ...options, rateTable: tableOf(rate({ price: '0.1' })) });
		expect(report.cost?.amounts).toEqual([{ currency: 'XTS', amount: '10' }]);
		expect(report.cost?.campaigns.map(({ name }) => name)).toEqual(['A', 'B']);
		expect(valueOf(report, 'cost_per_read')).toMatchObject({ value: 10 / 50 });
	});

	it('narrowed to a campaign or a time costs what that part cost', () => {
		const rateTable = tableOf(rate({ price: '0.1' }), rate({ price: '0.05', from_message: 91 }));
		const ofB = buildReport(cells, { ...options, rateTable, filter: { campaign: 'B' } });
		expect(ofB.cost?.amounts[0].amount).toBe('0.5');
		const later = buildReport(cells, { ...options, rateTable, from: NOVEMBER + 3600 });
		expect(later.cost?.amounts[0].amount).toBe('0.5');
	});
});

describe('a line of the rate table', () => {
	it.each([
		[{ category: '' }, /category/],
		[{ currency: 'dollars' }, /currency/],
		[{ valid_from: '1.10.2026' }, /valid_from/],
		[{ valid_from: '2026-13-01' }, /2026-13-01/],
		[{ price: 'cheap' }, /cheap/],
		[{ from_message: 0 }, /from_message/],
	])('that cannot be used is named: %p', (fields, sentence) => {
		expect(() => rate(fields)).toThrow(sentence);
	});

	it('that is wrong takes no other away, and is told', () => {
		const good = { category: 'utility', price: '0.1', currency: 'XTS', valid_from: '2026-10-01' };
		const { rates, problems } = readRates([good, { ...good, price: 'x' }, good]);
		expect(rates).toHaveLength(2);
		expect(problems).toEqual([
			expect.stringMatching(/^Line 2 of the rate table: "x" is not a price/),
		]);
	});

	it('may have gaps where a table leaves fields empty', () => {
		expect(rate({ country: null, from_message: null, free_per_month: '' })).toMatchObject({
			market: '',
			fromMessage: 1,
			freePerMonth: 0,
		});
	});
});
