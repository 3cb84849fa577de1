import { manualClock } from '../index';
import { PERSON, setTheStage, type Stage, template, text } from './support/stage';

const NOON = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
const DAY_START = Date.UTC(2026, 10, 2) / 1000;
const DAY = 86_400;
const GERMAN = '4915112345678';

let clock: ReturnType<typeof manualClock>;
let stage: Stage;
beforeEach(async () => {
	clock = manualClock(NOON);
	stage = await setTheStage({ clock });
});
afterEach(async () => await stage.close());

const account = () => `/${stage.emulator.config.businessAccountId}`;
const period = (days = 2) => `start(${DAY_START}).end(${DAY_START + days * DAY})`;
const get = async (path: string) => (await stage.graph('GET', encodeURI(path))).body;
const field = async (name: string, rest: string) =>
	(await get(`${account()}?fields=${name}.${period()}.${rest}`)) as Record<string, unknown>;

/** Sends, and lets everything happen to the message that will. */
async function send(body: Record<string, unknown>) {
	const { body: answer } = await stage.send(body);
	clock.advance(1000);
	return (answer.messages as unknown as Array<{ id: string }>)[0].id;
}

it('counts what was sent and delivered, by day and by half hour', async () => {
	await send(template('hello_world'));
	await send(template('hello_world', GERMAN));
	clock.advance(24 * HOUR);
	await send(template('hello_world'));
	expect(await field('analytics', 'granularity(DAY)')).toEqual({
		id: stage.emulator.config.businessAccountId,
		analytics: {
			phone_numbers: ['15550100100', '15550100199'],
			country_codes: [],
			granularity: 'DAY',
			data_points: [
				{ start: DAY_START, end: DAY_START + DAY, sent: 2, delivered: 2 },
				{ start: DAY_START + DAY, end: DAY_START + 2 * DAY, sent: 1, delivered: 1 },
			],
		},
	});
	const german = await field('analytics', 'granularity(HALF_HOUR).country_codes(["DE"])');
	expect(german.analytics).toMatchObject({
		country_codes: ['DE'],
		data_points: [{ start: NOON / 1000, end: NOON / 1000 + 1800, sent: 1, delivered: 1 }],
	});
	const month = await field('analytics', 'granularity(MONTH)');
	expect(month.analytics).toMatchObject({
		data_points: [{ start: Date.UTC(2026, 10) / 1000, end: Date.UTC(2026, 11) / 1000, sent: 3 }],
	});
});

it('tells templates, free text and incoming messages apart', async () => {
	stage.write(PERSON);
	await send(text('Hello'));
	await send(template('hello_world'));
	const count = async (products: string) => {
		const { analytics } = await field('analytics', `granularity(DAY).product_types(${products})`);
		return (analytics as { data_points: Array<{ sent: number }> } | undefined)?.data_points[0].sent;
	};
	expect([
		await count('[0]'),
		await count('[2]'),
		await count('[100]'),
		await count('[0,2]'),
	]).toEqual([1, 1, 1, 2]);
});

it('counts what failed nowhere, and leaves a field without data out', async () => {
	stage.emulator.control.fault({ kind: 'fail_status' });
	await send(template('hello_world'));
	for (const name of ['analytics', 'pricing_analytics', 'conversation_analytics', 'call_analytics'])
		expect(await field(name, `granularity(${name === 'analytics' ? 'DAY' : 'DAILY'})`)).toEqual({
			id: stage.emulator.config.businessAccountId,
		});
});

it('prices what was delivered, with the dimensions that were asked for and no others', async () => {
	stage.write(PERSON);
	await send(text('Hello'));
	await send(template('hello_world'));
	await send(template('hello_world', GERMAN));
	const plain = await field('pricing_analytics', 'granularity(DAILY)');
	expect(plain.pricing_analytics).toEqual({
		data: [
			{
				data_points: [{ start: DAY_START, end: DAY_START + DAY, volume: 3, cost: 0.02 }],
			},
		],
	});
	const split = await field(
		'pricing_analytics',
		'granularity(DAILY).metric_types(["VOLUME"]).dimensions(["PRICING_CATEGORY","PRICING_TYPE","COUNTRY","PHONE","TIER"])',
	);
	const at = { start: DAY_START, end: DAY_START + DAY, phone_number: '15550100100', tier: '0:MAX' };
	expect(split.pricing_analytics).toEqual({
		data: [
			{
				data_points: [
					{
						...at,
						country: 'US',
						pricing_type: 'FREE_CUSTOMER_SERVICE',
						pricing_category: 'SERVICE',
						volume: 1,
					},
					{ ...at, country: 'US', pricing_type: 'REGULAR', pricing_category: 'UTILITY', volume: 1 },
					{ ...at, country: 'DE', pricing_type: 'REGULAR', pricing_category: 'UTILITY', volume: 1 },
				],
			},
		],
	});
	const edge = await get(
		`${account()}/pricing_analytics?start=${DAY_START}&end=${DAY_START + DAY}&granularity=DAILY&pricing_types=["FREE_CUSTOMER_SERVICE"]`,
	);
	expect(edge).toEqual({
		data: [{ data_points: [{ start: DAY_START, end: DAY_START + DAY, volume: 1, cost: 0 }] }],
	});
});

it('counts a conversation once in 24 hours', async () => {
	await send(template('hello_world'));
	clock.advance(HOUR);
	await send(template('hello_world'));
	clock.advance(24 * HOUR);
	await send(template('hello_world'));
	const { conversation_analytics } = await field(
		'conversation_analytics',
		'granularity(DAILY).metric_types(["CONVERSATION"]).dimensions(["CONVERSATION_DIRECTION","CONVERSATION_TYPE"])',
	);
	const point = {
		conversation_direction: 'BUSINESS_INITIATED',
		conversation_type: 'REGULAR',
		conversation: 1,
	};
	expect(conversation_analytics).toEqual({
		data: [
			{
				data_points: [
					{ start: DAY_START, end: DAY_START + DAY, ...point },
					{ start: DAY_START + DAY, end: DAY_START + 2 * DAY, ...point },
				],
			},
		],
	});
});

it("follows a template's messages to reads, answers, taps and money", async () => {
	const { data } = await get(`${account()}/message_templates?name=order_update`);
	const [{ id }] = data as unknown as Array<{ id: string }>;
	const order = template('order_update', PERSON, [
		{
			type: 'body',
			parameters: [
				{ type: 'text', text: 'Jo' },
				{ type: 'text', text: 'A-1' },
			],
		},
	]);
	const first = await send(order);
	await send(order);
	stage.emulator.control.receive({
		from: PERSON,
		type: 'button',
		text: 'Where is it?',
		context_message_id: first,
	});
	const query = `start=2026-11-02&end=2026-11-03&granularity=DAILY&template_ids=[${id}]`;
	expect(await get(`${account()}/template_analytics?${query}`)).toEqual({
		data: [
			{
				granularity: 'DAILY',
				product_type: 'CLOUD_API',
				data_points: [
					{
						template_id: id,
						start: DAY_START,
						end: DAY_START + DAY,
						sent: 2,
						delivered: 2,
						read: 2,
						replied: 1,
						clicked: [{ type: 'quick_reply_button', button_content: 'Where is it?', count: 1 }],
						cost: [
							{ type: 'amount_spent', value: 0.02 },
							{ type: 'cost_per_delivered', value: 0.01 },
						],
					},
				],
			},
		],
	});
	const some = await get(`${account()}/template_analytics?${query}&metric_types=SENT,READ`);
	expect(some.data).toMatchObject([
		{
			data_points: [{ template_id: id, start: DAY_START, end: DAY_START + DAY, sent: 2, read: 2 }],
		},
	]);
	expect(JSON.stringify(some)).not.toContain('delivered');
});

const times = `start=${DAY_START}&end=${DAY_START + DAY}`;
it.each([
	['no granularity', `?fields=analytics.${period()}`],
	['a granularity of another kind', `?fields=analytics.${period()}.granularity(DAILY)`],
	['no start', `?fields=analytics.end(${DAY_START}).granularity(DAY)`],
	['an end before the start', `?fields=analytics.start(${DAY_START}).end(1).granularity(DAY)`],
	[
		'more than a year ago',
		`?fields=analytics.start(1500000000).end(${DAY_START}).granularity(DAY)`,
	],
	['a dimension nobody knows', `/pricing_analytics?${times}&granularity=DAILY&dimensions=COLOUR`],
	['no template', `/template_analytics?${times}&granularity=DAILY`],
	[
		'eleven templates',
		`/template_analytics?${times}&granularity=DAILY&template_ids=[1,2,3,4,5,6,7,8,9,10,11]`,
	],
])('refuses %s', async (_name, path) => {
	expect((await get(account() + path)).error).toMatchObject({ code: 100 });
});
