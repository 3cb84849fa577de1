import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';
import { WhatsAppCloudAnalytics } from '../../../nodes/WhatsAppCloudAnalytics/WhatsAppCloudAnalytics.node';
import { operations } from '../../../nodes/WhatsAppCloudAnalytics/operations';
import { createFold } from '../../../core/ledger/fold';
import { toPart } from '../../../core/ledger/part';
import { LEDGER_COLUMNS } from '../../../core/ledger/row';
import { runNode, secretsOf, TEST_CREDENTIALS, type NodeRun } from '../../support/engine';

const node = new WhatsAppCloudAnalytics();
const NOW = Math.floor(Date.now() / 1000);

const without = { credentials: undefined };
const run = async (
	operation: string,
	items: IDataObject[],
	parameters: IDataObject = {},
	settings: Partial<INode> = without,
) => await runNode(node, items, { parameters: { operation, ...parameters }, settings });
const jsonOf = ({ outputs }: NodeRun) => outputs[0].map(({ json }) => json);

const status = (id: string, word: string, at = NOW - 60): IDataObject => ({
	event_id: 'x',
	kind: 'status',
	field: 'messages',
	timestamp: at,
	received_at: at + 1,
	business_account_id: '800',
	phone_number_id: '900',
	message_id: id,
	status: word,
	recipient_id: '15551234567',
	contact_key: '15551234567',
	key: '',
	campaign: '',
	category: '',
	pricing_type: '',
	pricing_model: '',
	error_code: word === 'failed' ? '131050' : '',
	participant: '',
});
const outcome = (id: string): IDataObject => ({
	status: 'accepted',
	message_id: id,
	to: '+15551234567',
	wa_id: '15551234567',
	user_id: '',
	contact_key: '15551234567',
	phone_number_id: '900',
	business_account_id: '800',
	key: '',
	campaign: 'Spring',
	template: 'spring_sale',
	language: 'en_US',
	category: '',
	timestamp: NOW - 61,
	code: '',
	reason: '',
	next_step: '',
	details: '',
	fbtrace_id: '',
	action: '',
	to_changed: '',
});
const rows = async (items: IDataObject[]) => jsonOf(await run('toLedgerRows', items));

describe('To Ledger Rows', () => {
	it('gives one item per row with the columns of the table, each paired with its source', async () => {
		const { outputs, status: word } = await run('toLedgerRows', [
			status('m1', 'sent'),
			outcome('m2'),
			status('m3', 'failed'),
			{},
		]);
		expect(word).toBe('success');
		expect(outputs[0].map(({ json }) => json.kind)).toEqual([
			'sent',
			'accepted',
			'failed',
			'opted_out',
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 2].map((item) => ({ item })),
		);
		for (const { json } of outputs[0])
			expect(Object.keys(json)).toEqual(Object.keys(LEDGER_COLUMNS));
	});

	it('needs no credential; numbers then stay readable', async () => {
		const result = await run('toLedgerRows', [status('m1', 'sent')]);
		expect(result.decrypted).toBe(0);
		expect(jsonOf(result)[0]).toMatchObject({
			recipient: '15551234567',
			contact_key: '15551234567',
		});
	});

	it('with the credential, no number and no secret is in what n8n keeps of the result', async () => {
		const result = await run('toLedgerRows', [status('m1', 'sent'), outcome('m2')], {}, {});
		expect(result.decrypted).toBe(1);
		const made = JSON.stringify(result.outputs);
		expect(made).not.toContain('15551234567');
		for (const secret of secretsOf(TEST_CREDENTIALS)) expect(result.stored).not.toContain(secret);
		expect(jsonOf(result)[0].contact_key).toBe(jsonOf(result)[1].contact_key);
	});

	it('stops at an item it does not know, names it, and says what it takes', async () => {
		const { error, outputs } = await run('toLedgerRows', [status('m1', 'sent'), { phone: '1555' }]);
		expect(error?.message).toMatch(/WhatsApp Cloud Trigger/);
		expect(error?.description).toMatch(/Nothing was counted or stored/);
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		expect(outputs).toEqual([]);
	});

	it('on continue, leaves it out and says so, so that the insert that follows succeeds', async () => {
		const result = await run(
			'toLedgerRows',
			[{ phone: '1555' }, status('m1', 'sent')],
			{},
			{ ...without, onError: 'continueRegularOutput' },
		);
		expect(jsonOf(result).map(({ kind }) => kind)).toEqual(['sent']);
		expect(result.hints[0].message).toMatch(/1 item/);
	});

	it('on continue with an error output, hands it there', async () => {
		const result = await run(
			'toLedgerRows',
			[{ phone: '1555' }, status('m1', 'sent')],
			{},
			{ ...without, onError: 'continueErrorOutput' },
		);
		expect(jsonOf(result).map(({ kind }) => kind)).toEqual(['sent']);
		expect(result.outputs[1]).toHaveLength(1);
	});
});

describe('Get Report and Get Dashboard', () => {
	const ledger = async () =>
		await rows([
			outcome('m1'),
			status('m1', 'sent'),
			status('m1', 'delivered'),
			outcome('m2'),
			status('m2', 'failed'),
		]);
	/** As the Data Table node returns rows. */
	const fromTable = (row: IDataObject, i: number): IDataObject => ({
		id: i + 1,
		createdAt: '2026-11-22T00:00:00.000Z',
		updatedAt: '2026-11-22T00:00:00.000Z',
		...row,
		at: `${row.at as number}`,
	});

	it('counts rows as a Data Table returns them, any number into one item', async () => {
		const table = (await ledger()).map(fromTable);
		const result = await run('report', [...table, ...table]);
		expect(result.outputs[0]).toHaveLength(1);
		expect(jsonOf(result)[0]).toMatchObject({
			counts: { attempted: 2, accepted: 2, delivered: 1, failed: 1, opt_outs: 1 },
			campaigns: [{ name: 'Spring' }],
			templates: [{ name: 'spring_sale', language: 'en_US' }],
		});
		expect(Math.abs((jsonOf(result)[0].generated_at as number) - NOW)).toBeLessThan(60);
		expect(result.decrypted).toBe(0);
	});

	it('draws the page, with its time and the report it shows beside it', async () => {
		const result = await run('dashboard', await ledger(), {
			options: { title: 'Bakery', timeZone: 'Asia/Tokyo' },
		});
		const [json] = jsonOf(result);
		expect(json).toMatchObject({
			title: 'Bakery',
			report: { time_zone: 'Asia/Tokyo', counts: { attempted: 2 } },
		});
		expect(typeof json.generated_at).toBe('number');
		expect(json.html).toMatch(/^<!doctype html>[\s\S]*Bakery[\s\S]*Asia\/Tokyo/i);
	});

	it('uses the time zone of the workflow', async () => {
		expect(jsonOf(await run('report', [{}]))[0].time_zone).toMatch(/\w+/);
	});

	it('one empty item is an empty ledger', async () => {
		expect(jsonOf(await run('dashboard', [{}]))[0].html).toContain('No messages yet');
	});

	it.each([
		[{ period: 'last24Hours' }, 2],
		[{ period: 'last7Days' }, 3],
		[{ period: 'last30Days' }, 4],
		[{ period: 'allTime' }, 5],
		[
			{
				period: 'custom',
				start: new Date((NOW - 20 * 86_400) * 1000).toISOString(),
				end: new Date((NOW - 86_400 * 2) * 1000).toISOString(),
			},
			2,
		],
		[{ period: 'custom', start: new Date((NOW - 4 * 86_400) * 1000).toISOString() }, 3],
	])('counts the messages of the period %j', async (parameters, attempted) => {
		const items = await rows(
			[0, 0.5, 3, 10, 100].map((days, i) =>
				status(`m${i}`, 'sent', NOW - Math.round(days * 86_400) - 5),
			),
		);
		expect(jsonOf(await run('report', items, parameters))[0]).toMatchObject({
			counts: { attempted },
		});
	});

	it('gives the same report from condensed parts as from the rows', async () => {
		const items = await rows([
			status('m1', 'sent', NOW - 50),
			status('m1', 'read', NOW - 40),
			status('m2', 'failed', NOW - 30),
		]);
		const condensed = await Promise.all(
			[items.slice(0, 1), items.slice(1)].map(async (some) => await run('condenseRows', some)),
		);
		const parts = condensed.flatMap(jsonOf);
		expect(parts).toHaveLength(2);
		const [fromRows] = jsonOf(await run('report', items));
		const [fromParts] = jsonOf(await run('report', [...parts, {}]));
		expect(fromRows).toMatchObject({ counts: { attempted: 2, read: 1, failed: 1 } });
		expect({ ...fromParts, generated_at: 0 }).toEqual({ ...fromRows, generated_at: 0 });
	});

	it.each([
		['report', [{ ledger_part: '{}' }], {}, /no condensed part/],
		['report', [{ name: 'Ada' }], {}, /no ledger row/],
		['dashboard', [{ name: 'Ada' }], {}, /no ledger row/],
		['report', [{}], { options: { timeZone: 'Nowhere' } }, /Nowhere/],
		['report', [{}], { period: 'custom', start: 'soon' }, /"Start"/],
		[
			'report',
			[{}],
			{ period: 'custom', start: '2026-02-02', end: '2026-01-01' },
			/ends before it begins/,
		],
		['invoice', [{}], {}, /does not know the operation/],
	])('says what is wrong: %s %j %j', async (operation, items, parameters, words) => {
		const { error } = await run(operation, items as IDataObject[], parameters);
		expect(error?.message).toMatch(words);
	});
});

describe('what n8n shows', () => {
	const folder = join(__dirname, '../../../nodes/WhatsAppCloudAnalytics');

	it('has a schema for every operation, with exactly the fields of its result', async () => {
		const samples: Record<string, IDataObject[]> = {
			toLedgerRows: [status('m1', 'sent')],
			report: [{}],
			dashboard: [{}],
			condenseRows: [{}],
			readSummaries: [{}],
			summarise: [{ ledger_part: toPart(createFold()), alive: '{"ids":[],"keys":[],"people":[]}' }],
			pickKept: await rows([status('m1', 'sent')]),
			explain: await rows([status('m1', 'sent')]),
		};
		for (const operation of Object.keys(operations)) {
			const parameters = {
				run: 'r',
				messageId: 'm1',
				before: 1,
				upTo: 1,
				kept: '{"ids":["m1"],"keys":[],"people":[]}',
			};
			const [json] = jsonOf(await run(operation, samples[operation], parameters));
			const file = join(folder, '__schema__/v1.0.0', `${operation}.json`);
			const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
			expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(json).sort());
			expect(Object.keys(json)).not.toContain('error');
		}
	});

	it('names each operation in the subtitle', () => {
		for (const [value, { name }] of Object.entries(operations)) {
			expect(node.description.subtitle).toContain(`${value}: "${name}"`);
		}
	});

	it('asks for the credential only where it is of use, and never insists', () => {
		expect(node.description.credentials).toEqual([
			expect.objectContaining({
				name: 'whatsAppCloudApi',
				required: false,
				testedBy: 'whatsAppCloudApiTest',
				displayOptions: { show: { operation: ['toLedgerRows', 'explain'] } },
			}),
		]);
		expect(node.methods.credentialTest).toHaveProperty('whatsAppCloudApiTest');
	});
});

describe('a page with links', () => {
	const rows = async () => {
		const sends = ['a', 'b'].map(
			(campaign, i): IDataObject => ({
				...status(`m${i}`, 'delivered'),
				campaign,
			}),
		);
		return jsonOf(await run('toLedgerRows', sends));
	};
	const stored = async (): Promise<IDataObject> => {
		const options = { query: '{}', timeZone: 'Asia/Kolkata', title: 'Shop' };
		const [json] = jsonOf(await run('dashboard', await rows(), { options }));
		return { id: 1, name: 'dashboard', ...json, report: undefined };
	};

	it('gives what other pages are drawn from, and draws them with the same time, clock and title', async () => {
		const row = await stored();
		expect(row.html).toContain('href="?campaign=a"');
		const options = { query: { campaign: 'b', compare: ['variants'] } };
		const [json] = jsonOf(
			await run('dashboard', [{ ...row, generated_at: 1_900_000_000.7 }], { options }),
		);
		expect(json).toMatchObject({
			title: 'Shop',
			generated_at: 1_900_000_000,
			report: { time_zone: 'Asia/Kolkata', filter: { campaign: 'b' }, counts: { attempted: 1 } },
		});
	});

	it('tells the story of one message when the address asks for it', async () => {
		const options = { query: { message: 'm1' }, timeZone: 'UTC' };
		const [json] = jsonOf(await run('dashboard', await rows(), { options }));
		expect(json).toMatchObject({ timeline: { message_id: 'm1', status: 'delivered' } });
		expect(json.html).toContain('What happened');
		const [none] = jsonOf(await run('dashboard', [{}], { options }));
		expect(none).toMatchObject({
			timeline: null,
			html: expect.stringMatching(/No message/) as string,
		});
	});

	it('without that option it stands alone', async () => {
		const [json] = jsonOf(await run('dashboard', await rows()));
		expect(json.html).not.toContain('href="?');
		expect(json).not.toHaveProperty('cells');
	});

	it('says so when the stored text is no longer what it was', async () => {
		const { error } = await run('dashboard', [{ cells: 'x' }]);
		expect(error?.message).toMatch(/cannot be read/);
	});
});

describe('filters', () => {
	it.each([
		[{ filters: { campaign: ' a ' } }, 1],
		[{ filters: { campaign: '' } }, 0],
		[{ filters: {} }, 2],
	])('%j counts %d', async (parameters, attempted) => {
		const sends = ['a', 'b'].map(
			(campaign, i): IDataObject => ({ ...status(`m${i}`, 'sent'), campaign }),
		);
		const rows = jsonOf(await run('toLedgerRows', sends));
		const [json] = jsonOf(await run('report', rows, parameters));
		expect(json.counts).toMatchObject({ attempted });
	});
	it('compares a period with the one before', async () => {
		const rows = jsonOf(await run('toLedgerRows', [status('m1', 'sent')]));
		const [json] = jsonOf(
			await run('report', rows, { period: 'last7Days', options: { compare: 'previousPeriod' } }),
		);
		expect(json.comparison).toMatchObject({ kind: 'periods', b: { counts: { attempted: 1 } } });
	});
});

describe('rates', () => {
	const priced = (id: string) => ({
		...status(id, 'delivered'),
		campaign: 'Spring',
		category: 'marketing',
		pricing_type: 'regular',
		pricing_model: 'PMP',
	});
	const line = { category: 'marketing', price: '0.1', currency: 'XTS', valid_from: '2020-01-01' };
	const rows = async () => jsonOf(await run('toLedgerRows', [priced('a'), priced('b')]));
	const report = async (rates: unknown) => {
		const [json] = jsonOf(await run('report', await rows(), { options: { rates } as IDataObject }));
		return json as { cost?: { amounts: unknown; problems: string[] } };
	};

	it.each([
		['as a list', [line]],
		['as text', JSON.stringify([line])],
	])('%s tell what messages cost', async (_name, rates) => {
		expect((await report(rates)).cost?.amounts).toEqual([{ currency: 'XTS', amount: '0.2' }]);
	});

	it('that are empty are none', async () => {
		expect((await report([])).cost).toBeUndefined();
		expect((await report('')).cost).toBeUndefined();
	});

	it('that are wrong are told on the page, which is drawn all the same', async () => {
		const options = { rates: [{ ...line, price: 'much' }], query: '{}' };
		const [page] = jsonOf(await run('dashboard', await rows(), { options }));
		expect(page.html).toContain('is not a price');
		expect((page.report as { cost: { unpriced: number } }).cost.unpriced).toBe(2);
	});

	it('stay with the cells that later pages are drawn from', async () => {
		const options = { rates: [line], query: '{}' };
		const [page] = jsonOf(await run('dashboard', await rows(), { options }));
		const kept = { cells: page.cells, generated_at: page.generated_at };
		const [again] = jsonOf(
			await run('dashboard', [kept], { options: { query: { campaign: 'Spring' } } }),
		);
		expect((again.report as { cost: { amounts: unknown } }).cost.amounts).toEqual([
			{ currency: 'XTS', amount: '0.2' },
		]);
	});

	it('that are no list are refused in words', async () => {
		const { error } = await run('report', await rows(), { options: { rates: '{}' } });
		expect(error?.message).toMatch(/Rates is no list/);
	});
});

describe('Explain Message', () => {
	const rows = async (settings?: Partial<INode>) =>
		jsonOf(
			await run(
				'toLedgerRows',
				[outcome('m1'), status('m1', 'sent', NOW - 50), status('m1', 'failed', NOW - 40)],
				{},
				settings,
			),
		);

	it('tells what happened, in order, with the source, the reason and what to do', async () => {
		const parameters = { messageId: 'm1' };
		const [json] = jsonOf(await run('explain', await rows(), parameters));
		expect(json).toMatchObject({ message_id: 'm1', status: 'failed', template: 'spring_sale' });
		const steps = json.steps as Array<{ kind: string; source: string }>;
		expect(steps.map(({ kind }) => kind)).toEqual(['accepted', 'sent', 'failed', 'opted_out']);
		expect(steps.map(({ source }) => source)).toEqual(['send', 'webhook', 'webhook', 'webhook']);
		expect(json.text).toMatch(/Meta took it.*left Meta.*131050.*Next step: .*Send it again\? No/s);
	});

	it.each(['+1 (555) 123-4567', '15551234567'])('finds the last message to %s', async (person) => {
		const found = await run('explain', await rows(), { findBy: 'person', person });
		expect(jsonOf(found)[0]).toMatchObject({ message_id: 'm1' });
	});

	it('finds a person behind a privacy key by the number', async () => {
		const settings = {};
		const protectedRows = await rows(settings);
		expect(JSON.stringify(protectedRows)).not.toContain('15551234567');
		const parameters = { findBy: 'person', person: '15551234567' };
		const found = await run('explain', protectedRows, parameters, settings);
		expect(jsonOf(found)[0]).toMatchObject({ message_id: 'm1' });
	});

	it('looks at the time', async () => {
		const at = new Date((NOW - 600) * 1000).toISOString();
		const parameters = { findBy: 'person', person: '15551234567', at };
		const { error } = await run('explain', await rows(), parameters);
		expect(error?.message).toMatch(/No row of the ledger/);
	});

	it.each([
		[{ messageId: ' ' }, /Enter the message ID/],
		[{ messageId: 'wamid.other' }, /No row of the ledger/],
		[{ findBy: 'person', person: ' ' }, /Enter whose message/],
		[{ findBy: 'person', person: '12' }, /number/],
	])('says what is missing: %j', async (parameters, words) => {
		const { error } = await run('explain', await rows(), parameters);
		expect(error?.message).toMatch(words);
	});
});
