import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { done, listed, manage, refusal } from './manage';
import { emulate, people, run, sendTemplateOf, sendTextOf } from './support';

const COUNT = 4;

let emulator: Emulator;
beforeAll(async () => {
	emulator = await emulate({
		delays_ms: { sent: [1, 2], delivered: [1, 2], read: [1, 2] },
		pair_limit: false,
	});
	await run(emulator, people(COUNT), sendTemplateOf('hello_world|en_US', {}));
	await run(emulator, people(2), sendTextOf());
	await emulator.control.idle();
});
afterAll(async () => await emulator.close());

const sum = (rows: IDataObject[], key: string) =>
	rows.reduce((total, row) => total + Number(row[key]), 0);
const TOMORROW = '={{ $now.plus({ days: 1 }) }}';
const period = { end: TOMORROW };

it('counts messages as they really were', async () => {
	const rows = await done(emulator, 'metaAnalytics.getMessages', { ...period, granularity: 'DAY' });
	expect([sum(rows, 'messages_sent'), sum(rows, 'messages_delivered')]).toEqual([
		COUNT + 2,
		COUNT + 2,
	]);
	expect(rows[0].start_utc).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
});

it('counts what was delivered and what it cost, split and filtered', async () => {
	const get = async (fields: IDataObject) =>
		await done(emulator, 'metaAnalytics.getPricing', {
			...period,
			granularity: 'MONTHLY',
			dimensions: ['PRICING_CATEGORY', 'COUNTRY'],
			...fields,
		});
	const rows = await get({});
	expect(sum(rows, 'messages_delivered')).toBe(COUNT + 2);
	const utility = rows.filter(({ category }) => category === 'UTILITY');
	expect(sum(utility, 'messages_delivered')).toBe(COUNT);
	expect(utility[0]).toMatchObject({ country: 'US', pricing_type: '', cost_currency: 'USD' });
	expect(await get({ filters: { country_codes: 'de' } })).toEqual([]);
	const phone_numbers = emulator.config.displayPhoneNumber;
	expect(await get({ filters: { phone_numbers } })).toEqual(rows);
});

it('counts conversations', async () => {
	const rows = await done(emulator, 'metaAnalytics.getConversations', {
		...period,
		granularity: 'DAILY',
		dimensions: ['CONVERSATION_DIRECTION'],
	});
	const opened = rows.filter(({ direction }) => direction === 'BUSINESS_INITIATED');
	expect(sum(opened, 'conversations')).toBe(COUNT);
});

describe('figures of templates', () => {
	const idOf = async (name: string) =>
		(await done(emulator, 'template.get', { template: listed(name, 'name') }))[0]
			.template_id as string;

	it('come for one, by day', async () => {
		const template = listed('hello_world|en_US', 'name');
		const rows = await done(emulator, 'template.getAnalytics', { template, ...period });
		expect(rows).toMatchObject([
			{
				template_id: await idOf('hello_world|en_US'),
				messages_sent: COUNT,
				messages_delivered: COUNT,
				messages_read: COUNT,
				quick_reply_clicks: 0,
				cost_currency: 'USD',
			},
		]);
	});

	it('come for more than Meta takes at a time', async () => {
		const used = await idOf('hello_world|en_US');
		const others = Array.from({ length: 10 }, (_, at) => `90000000000000${at}`);
		const templateIds = [...others, used].join(', ');
		const calls = () =>
			emulator.control.requests().filter(({ path }) => path.endsWith('/template_analytics'));
		const before = calls().length;
		const fields = { templateIds, ...period };
		const rows = await done(emulator, 'metaAnalytics.getTemplates', fields);
		expect(rows).toMatchObject([{ template_id: used, messages_sent: COUNT }]);
		expect(calls().length - before).toBe(2);
	});

	it('that Meta keeps no longer are not asked for', async () => {
		const template = listed('1');
		const start = '={{ $now.minus({ days: 91 }) }}';
		const before = emulator.control.requests().length;
		const { error } = await manage(emulator, 'template.getAnalytics', { template, start });
		expect(error?.message).toContain('keeps template figures for 90 days');
		expect(emulator.control.requests()).toHaveLength(before);
	});
});

it.each<[string, IDataObject, string]>([
	['getMessages', { start: '2026-11-02', end: '2026-11-01' }, 'is not before End'],
	['getMessages', { start: '2020-01-01' }, 'keeps these figures for 365 days'],
	['getPricing', { start: 'soon' }, '"Start" is not a date'],
	['getTemplates', { templateIds: 'spring_sale' }, '"spring_sale" is no Template ID'],
])('%s refuses %j', async (name, fields, words) => {
	expect(await refusal(emulator, `metaAnalytics.${name}`, fields)).toContain(words);
});
