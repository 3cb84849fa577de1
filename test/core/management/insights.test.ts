import { fieldWith } from '../../../core/management/insights/expression';
import { periodOf, utc } from '../../../core/management/insights/period';
import { pricingRows, templateRows } from '../../../core/management/insights/rows';

it('writes a field with arguments as Meta reads it', () => {
	const given = { start: 1, granularity: 'DAY', phone_numbers: [], country_codes: ['US', 'BR'] };
	expect(fieldWith('analytics', given)).toBe(
		'analytics.start(1).granularity(DAY).country_codes(["US","BR"])',
	);
});

const DAY = 86_400;
const now = 1_800_000_000;
const kept = { days: 90, what: 'figures' };

it.each([
	[{}, { start: now - 7 * DAY, end: now }],
	[{ end: now - DAY }, { start: now - 8 * DAY, end: now - DAY }],
	[{ start: now - 90 * DAY }, { start: now - 90 * DAY, end: now }],
])('%j is a period', (given, expected) => {
	expect(periodOf(given, now, kept)).toEqual(expected);
});

it.each([
	[{ start: now }, 'is not before End'],
	[{ start: now - 91 * DAY }, 'keeps figures for 90 days'],
])('%j is none', (given, words) => {
	expect(() => periodOf(given, now, kept)).toThrow(words);
});

it('writes times as people and sheets read them', () => {
	expect(utc(1788220800)).toBe('2026-09-01T00:00:00Z');
	expect(utc(undefined)).toBe('');
});

it('adds clicks up by the kind of button, and keeps costs apart', () => {
	const point = {
		template_id: '1',
		start: 1788220800,
		end: 1788307200,
		sent: 5,
		delivered: 4,
		read: 3,
		clicked: [
			{ type: 'url_button', button_content: 'Shop', count: 2 },
			{ type: 'url_button', button_content: 'Track', count: 1 },
			{ type: 'unique_url_button', button_content: 'Shop', count: 1 },
			{ type: 'quick_reply_button', button_content: 'Yes', count: 4 },
		],
		cost: [
			{ type: 'amount_spent', value: 0.2 },
			{ type: 'cost_per_delivered', value: 0.05 },
			{ type: 'cost_per_url_button_click' },
		],
	};
	const [row] = templateRows([{ granularity: 'DAILY', data_points: [point] }], 'EUR');
	expect(row).toEqual({
		template_id: '1',
		start_utc: '2026-09-01T00:00:00Z',
		end_utc: '2026-09-02T00:00:00Z',
		messages_sent: 5,
		messages_delivered: 4,
		messages_read: 3,
		messages_replied: 0,
		quick_reply_clicks: 4,
		url_clicks: 3,
		unique_url_clicks: 1,
		cost_amount: 0.2,
		cost_per_delivered_amount: 0.05,
		cost_per_url_click_amount: null,
		cost_currency: 'EUR',
	});
});

it('gives no rows where Meta leaves the figures out, and no cost where it gives none', () => {
	expect(pricingRows({ id: '1', currency: 'USD' })).toEqual([]);
	const data = [{ data_points: [{ start: 1, end: 2, volume: 3 }] }];
	expect(pricingRows({ currency: 'USD', pricing_analytics: { data } })).toMatchObject([
		{ messages_delivered: 3, cost_amount: null, cost_currency: 'USD' },
	]);
});
