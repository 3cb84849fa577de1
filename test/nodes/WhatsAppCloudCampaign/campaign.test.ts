import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_COLUMNS } from '../../../core/ledger/row';
import { variantsOf } from '../../../nodes/WhatsAppCloudCampaign/planSettings';
import { operations, resources } from '../../../nodes/WhatsAppCloudCampaign/operations';
import { secretsOf, TEST_CREDENTIALS } from '../../support/engine';
import { row } from '../../core/ledger/support/rows';
import { runCampaign } from './support';

const NOW = Math.floor(Date.now() / 1000);
const plan = { resource: 'campaign', operation: 'plan', campaign: 'Spring' };
const consent = (operation: string, known = {}) => ({ resource: 'consent', operation, ...known });
const ledger = [
	row('opted_in', NOW - 900, {
		contact_key: '15551234567',
		reason: 'Send me offers',
		source: 'order form',
	}),
	row('opted_out', NOW - 60, { contact_key: '15557654321', reason: 'STOP', source: 'webhook' }),
];
const contacts = [
	{ name: 'Ada', phone: '+1 555 123 4567' },
	{ name: 'Bob', phone: '+1 555 765 4321', opted_in_at: '2026-01-01' },
	{ name: 'Eve', phone: '15559876543' },
];

const keysOf = (resource: string, operation: string) => {
	const folder = join(__dirname, '../../../nodes/WhatsAppCloudCampaign/__schema__/v1.0.0');
	const file = readFileSync(join(folder, resource, `${operation}.json`), 'utf8');
	return Object.keys((JSON.parse(file) as { properties: object }).properties);
};

describe('Plan', () => {
	it('sends to those who asked, tells why others are skipped, and sums it up', async () => {
		const { outputs, paired, error } = await runCampaign(plan, contacts, ledger);
		expect(error).toBeUndefined();
		const [send, skipped, summary] = outputs;
		expect(send).toEqual([
			expect.objectContaining({ name: 'Ada', to: '15551234567', campaign: 'Spring', notes: '' }),
		]);
		expect(skipped.map(({ name, reasons }) => [name, reasons])).toEqual([
			['Bob', ['opted_out']],
			['Eve', ['no_opt_in']],
		]);
		expect(skipped[1].why).toMatch(/No opt-in is recorded/);
		expect(summary[0]).toMatchObject({ contacts: 3, send: 1, skipped: 2, expected_seconds: 1 });
		expect(paired).toEqual([[{ item: 0 }], [{ item: 1 }, { item: 2 }], [{ item: 0 }]]);
		expect(Object.keys(send[0])).toEqual(expect.arrayContaining(keysOf('campaign', 'plan')));
	});

	it('reads other field names and all options', async () => {
		const parameters = {
			...plan,
			contactFields: { phone: 'Mobile', optedIn: 'ok', timeZone: 'zone' },
			options: {
				quietFrom: '00:00',
				quietUntil: '23:59',
				variants: 'A: 1, B: 0',
				messagingLimit: 5,
				perSecond: 10,
			},
		};
		const list = [{ Mobile: '15551112222', ok: 'yes', zone: 'Asia/Tokyo' }];
		const { outputs } = await runCampaign(parameters, list, [{}]);
		expect(outputs[1][0].reasons).toEqual(['quiet_hours']);
		expect(outputs[2][0]).toMatchObject({ messaging_limit: { limit: 5, fits: true } });
	});

	it.each([
		['not connected', undefined],
		['without any item', []],
	])('does not plan with a ledger that is %s', async (_, rows) => {
		const { error, outputs } = await runCampaign(plan, contacts, rows);
		expect(error?.message).toMatch(/opt-outs are not known/);
		expect(outputs.flat()).toEqual([]);
	});

	it('takes one empty item for an empty ledger', async () => {
		const { outputs } = await runCampaign(plan, contacts, [{}]);
		expect(outputs[0].map(({ name }) => name)).toEqual(['Bob']);
	});

	it('refuses contacts on the input of the ledger', async () => {
		const { error } = await runCampaign(plan, contacts, contacts);
		expect(error?.message).toMatch(/Item 0 on the input Ledger is no ledger row/);
	});

	it('needs a name for the campaign', async () => {
		const { error } = await runCampaign({ ...plan, campaign: ' ' }, contacts, ledger);
		expect(error?.message).toMatch(/name of the campaign/);
	});
});

describe('Record', () => {
	const words = { person: '={{ $json.phone }}', wording: 'STOP', source: 'chat' };

	it.each([
		['recordOptIn', 'opted_in'],
		['recordOptOut', 'opted_out'],
	])('%s makes finished rows that the plan understands', async (operation, kind) => {
		const { outputs, error } = await runCampaign(consent(operation, words), contacts.slice(2));
		expect(error).toBeUndefined();
		const [made] = outputs[0];
		expect(Object.keys(made)).toEqual(Object.keys(LEDGER_COLUMNS));
		expect(Object.keys(made)).toEqual(keysOf('consent', operation));
		expect(made).toMatchObject({
			kind,
			contact_key: '15559876543',
			reason: 'STOP',
			source: 'chat',
			country: 'US',
		});
		const after = await runCampaign(plan, contacts, [made]);
		expect(after.outputs[0].map(({ name }) => name).includes('Eve')).toBe(kind === 'opted_in');
	});

	it('with a privacy key names nobody, and the plan still finds the person', async () => {
		const made = await runCampaign(
			consent('recordOptIn', words),
			contacts.slice(2),
			undefined,
			true,
		);
		expect(JSON.stringify(made.outputs)).not.toContain('5559876543');
		for (const secret of secretsOf(TEST_CREDENTIALS)) expect(made.stored).not.toContain(secret);
		const after = await runCampaign(plan, contacts, made.outputs[0], true);
		expect(after.outputs[0].map(({ name }) => name)).toContain('Eve');
	});

	it.each([
		[{ person: 'nobody' }, /something other than digits/],
		[{ person: '15551234567', time: '2999-01-01' }, /not a date that has come/],
		[{ person: '={{ "" }}' }, /Enter the person/],
	])('refuses %j', async (known, message) => {
		const { error, outputs } = await runCampaign(consent('recordOptIn', known), contacts);
		expect(error?.message).toMatch(message);
		expect(outputs.flat()).toEqual([]);
	});
});

it('Check adds to each contact where they stand', async () => {
	const { outputs } = await runCampaign(consent('check'), contacts, ledger);
	expect(outputs[0].map(({ name, consent: word }) => [name, word])).toEqual([
		['Ada', 'opted_in'],
		['Bob', 'opted_out'],
		['Eve', 'unknown'],
	]);
	expect(outputs[0][0]).toMatchObject({
		consent_wording: 'Send me offers',
		consent_source: 'order form',
	});
	expect(Object.keys(outputs[0][0])).toEqual(expect.arrayContaining(keysOf('consent', 'check')));
});

it('Proof shows every decision of one person', async () => {
	const rows = [...ledger, row('opted_out', NOW - 30, { contact_key: '15551234567' })];
	const { outputs } = await runCampaign(
		consent('proof', { person: '+1 555 123 4567' }),
		[{}],
		rows,
	);
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[0][0]).toMatchObject({
		consent: 'opted_out',
		decisions: [
			{ kind: 'opted_in', wording: 'Send me offers', source: 'order form' },
			{ kind: 'opted_out' },
		],
	});
	expect(Object.keys(outputs[0][0])).toEqual(keysOf('consent', 'proof'));
});

it('reads variants, and refuses what is none', () => {
	expect(variantsOf('A: 50%, New one: 2.5,')).toEqual([
		{ name: 'A', share: 50 },
		{ name: 'New one', share: 2.5 },
	]);
	expect(variantsOf('A, B').map(({ share }) => share)).toEqual([1, 1]);
	expect(() => variantsOf('A: many')).toThrow(/not a variant/);
});

it('every operation has words and a schema of its own', () => {
	const all = Object.values(operations);
	expect(new Set(all.map(({ description }) => description)).size).toBe(all.length);
	for (const { value, operations: own } of resources)
		for (const name of Object.keys(own)) expect(keysOf(value, name).length).toBeGreaterThan(3);
});
