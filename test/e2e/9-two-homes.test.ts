import { startPostgres, type Postgres } from '../../bench/support/postgres';
import { toCells } from '../../core/analytics/cells';
import { readSummaries } from '../../core/analytics/retention/summaries';
import { createFold } from '../../core/ledger/fold';
import { newRow } from '../../core/ledger/rows/newRow';
import { readRow } from '../../core/ledger/rows';
import type { LedgerRow } from '../../core/ledger/row';
import { describeWithPostgres } from '../postgres/support';
import { setUpPostgres } from '../../scripts/runtime/postgresHome';
import { eventually } from './support/eventually';
import { stack, type Stack } from './support/stack';

jest.setTimeout(240_000);

const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1000);

const message = (id: string, at: number, kinds: string[], known: Partial<LedgerRow> = {}) =>
	kinds.map((kind, i) => {
		const person = `4477008${id}`;
		const ids = { message_id: `wamid.${id}`, contact_key: person, recipient: person };
		return newRow(
			{ ...ids, campaign: 'Two homes', ...known, kind, at: at + i, received_at: at + i },
			{},
		);
	});

/** Six settled messages, one that is as old but still alive, one that is young, and an opt-in of long ago. */
const ROWS = [
	...[1, 2, 3, 4, 5, 6].flatMap((n) =>
		message(`0000${n}`, NOW - (40 + n) * DAY, ['accepted', 'sent', n < 4 ? 'read' : 'failed']),
	),
	...message('00007', NOW - 50 * DAY, ['accepted', 'sent']),
	newRow(
		{
			kind: 'read',
			at: NOW - DAY,
			received_at: NOW,
			message_id: 'wamid.00007',
			contact_key: '447700800007',
		},
		{},
	),
	...message('00008', NOW - 2 * DAY, ['accepted', 'sent', 'delivered']),
	newRow(
		{ kind: 'opted_in', at: NOW - 60 * DAY, received_at: NOW, contact_key: '447700800001' },
		{},
	),
];

const ledgerOf = async ({ api }: Stack) => await (await api.table('wa_ledger')).rows();
const summariesOf = async ({ api }: Stack) => await (await api.table('wa_summaries')).rows();

async function run({ api, state }: Stack, name: string, trigger: string) {
	const found = await api.run(state.setUp.workflows[name], trigger);
	expect([name, found.status, found.error]).toEqual([name, 'success', undefined]);
	return found;
}

/** The figures of the page, without the time it was drawn at. */
async function figures(here: Stack): Promise<unknown> {
	const found = await run(here, 'report-refresh', 'Refresh now');
	const { report } = found.items('Count and draw')[0] as { report: Record<string, unknown> };
	const rest: Record<string, unknown> = { ...report };
	delete rest.generated_at;
	delete rest.period;
	return rest;
}

describe('retention in data tables', () => {
	it('changes no figure, removes what is settled, and touches nothing younger', async () => {
		const here = await stack();
		await (await here.api.table('wa_ledger')).insert(ROWS);
		const rows = await ledgerOf(here);
		const before = await figures(here);
		await run(here, 'retention', 'Run now');
		expect(await figures(here)).toEqual(before);
		const left = await ledgerOf(here);
		// Other tests have left old rows of their own.
		const oursIn = (table: typeof rows) =>
			table.filter(({ campaign }) => campaign === 'Two homes').length;
		expect(oursIn(left)).toBe(oursIn(rows) - 18);
		const young = (table: typeof rows) =>
			table.filter(({ at }) => Number(at) > NOW - 37 * DAY).map(({ id }) => id);
		expect(young(left)).toEqual(young(rows));
		const ids = left.map((row) => row.message_id);
		expect(ids).toEqual(expect.arrayContaining(['wamid.00007', 'wamid.00008']));
		expect(ids).not.toContain('wamid.00001');
		expect(left.filter(({ contact_key }) => contact_key === '447700800001')).toHaveLength(1);
		const { cells } = readSummaries(await summariesOf(here));
		const counted = cells.filter(
			({ of, campaign }) => of === 'message' && campaign === 'Two homes',
		);
		expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(6);
	});

	it('again, it finds nothing more to do', async () => {
		const here = await stack();
		const before = await figures(here);
		const sealed = (await summariesOf(here)).filter(({ of }) => of === 'seal').length;
		await run(here, 'retention', 'Run now');
		expect((await summariesOf(here)).filter(({ of }) => of === 'seal')).toHaveLength(sealed);
		expect(await figures(here)).toEqual(before);
	});
});

describe('forgetting a person', () => {
	it('removes their rows and nobody else’s, and keeps that they opted out', async () => {
		const here = await stack();
		const { api, state } = here;
		const person = '447700800008';
		const other = newRow(
			{
				kind: 'delivered',
				at: NOW,
				received_at: NOW,
				message_id: 'wamid.00008',
				contact_key: 'US.8',
			},
			{},
		);
		const stop = newRow(
			{ kind: 'opted_out', at: NOW - 5, received_at: NOW, contact_key: person, recipient: person },
			{},
		);
		await (await api.table('wa_ledger')).insert([other, stop]);
		const rows = (await ledgerOf(here)).length;
		const id = state.setUp.workflows['forget-person'];
		const workflow = await api.workflow(id);
		const named = JSON.stringify(workflow.nodes).replace(
			'"name":"person","value":""',
			`"name":"person","value":"+${person}"`,
		);
		await api.updateWorkflow(id, {
			...workflow,
			nodes: JSON.parse(named) as typeof workflow.nodes,
		});
		await run(here, 'forget-person', 'Start here');
		const left = await ledgerOf(here);
		expect(left).toHaveLength(rows - 5 + 1);
		const kept = left.filter((row) => row.contact_key === person || row.recipient === person);
		expect(kept.map(({ kind, source, message_id }) => [kind, source, message_id || ''])).toEqual([
			['opted_out', 'forgotten', ''],
		]);
		expect(left.some(({ contact_key }) => contact_key === 'US.8')).toBe(false);
	});
});

describeWithPostgres('the ledger in Postgres', () => {
	let postgres: Postgres;
	beforeAll(async () => {
		const started = await startPostgres({ fsync: 'off' });
		if (!started) throw new Error('Postgres is required here: apt-get install postgresql');
		postgres = started;
	});
	afterAll(async () => {
		await postgres?.stop();
	});

	const count = async (text: string) => Number((await postgres.sql.query(text)).rows[0].n);

	it('is made by its set-up workflow, twice without harm', async () => {
		const { api, state } = await stack();
		await setUpPostgres(api, state.setUp, postgres.connection);
		await run(await stack(), 'postgres-set-up', 'Start here');
		expect(await count('select count(*) as n from wa_ledger')).toBe(0);
	});

	it('takes rows from other workflows by the sub-workflow, each event once', async () => {
		const { api, state } = await stack();
		const { id } = await api.createWorkflow(
			caller(state.setUp.workflows['postgres-save-rows'], ROWS),
		);
		for (let times = 0; times < 2; times++) {
			const found = await api.run(id, 'Start');
			expect([found.status, found.error]).toEqual(['success', undefined]);
		}
		expect(await count('select count(*) as n from wa_ledger')).toBe(ROWS.length);
	});

	it('takes every event from its receiver', async () => {
		const { api, state, control } = await stack();
		await api.unpublish(state.setUp.workflows.receiver);
		try {
			await api.publish(state.setUp.workflows['postgres-receiver']);
			await control('POST', 'receive', { from: '447700900000', type: 'text', text: 'Hello' });
			await eventually(async () => {
				expect(await count(`select count(*) as n from wa_ledger where kind = 'received'`)).toBe(1);
			});
		} finally {
			await api.unpublish(state.setUp.workflows['postgres-receiver']);
			await api.publish(state.setUp.workflows.receiver);
		}
	});

	it('shows the same figures as a fresh fold, on a page behind a sign-in', async () => {
		const here = await stack();
		const found = await run(here, 'postgres-report-refresh', 'Refresh now');
		const { rows } = await postgres.sql.query('select * from wa_ledger');
		const fold = createFold();
		for (const row of rows) {
			const read = readRow(row);
			if (read) fold.add(read);
		}
		expect(found.items('Read the counts')).toHaveLength(toCells(fold).length);
		const { api, state } = here;
		await api.publish(state.setUp.workflows['postgres-dashboard']);
		const url = `${state.n8nUrl}/webhook/whatsapp-postgres-dashboard`;
		const { user, password } = state.dashboard;
		const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
		const page = await fetch(url, { headers: { authorization } });
		expect([page.status, (await page.text()).includes('Two homes')]).toEqual([200, true]);
		const narrowed = await fetch(`${url}?campaign=Two+homes`, { headers: { authorization } });
		expect([narrowed.status, (await narrowed.text()).includes('Two homes')]).toEqual([200, true]);
		expect((await fetch(url)).status).toBe(401);
		await api.unpublish(state.setUp.workflows['postgres-dashboard']);
	});

	it('keeps the figures when old months are dropped, and forgets a person', async () => {
		const here = await stack();
		const total = `select sum(count) as n from wa_all_cells where "of" = 'message'`;
		const before = await count(total);
		await run(here, 'postgres-retention', 'Run now');
		expect(await count(total)).toBe(before);
		const { api, state } = here;
		const id = state.setUp.workflows['postgres-forget-person'];
		const workflow = await api.workflow(id);
		const named = JSON.stringify(workflow.nodes).replace(
			'"name":"person","value":""',
			'"name":"person","value":"447700800008"',
		);
		await api.updateWorkflow(id, {
			...workflow,
			nodes: JSON.parse(named) as typeof workflow.nodes,
		});
		await run(here, 'postgres-forget-person', 'Start here');
		expect(
			await count(`select count(*) as n from wa_ledger where message_id = 'wamid.00008'`),
		).toBe(0);
	});
});

/** A workflow of a user that hands rows to the sub-workflow. */
function caller(workflowId: string, rows: LedgerRow[]) {
	const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
		id: name,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: parameters as Record<string, unknown>,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: 'Hands rows on',
		nodes: [
			node('Start', 'manualTrigger', 1, {}),
			node('Rows', 'set', 3.4, { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} }),
			node('Split', 'splitOut', 1, { fieldToSplitOut: 'rows', options: {} }),
			node('Save', 'executeWorkflow', 1.2, {
				source: 'database',
				workflowId: { __rl: true, mode: 'id', value: workflowId },
				mode: 'once',
				options: { waitForSubWorkflow: true },
			}),
		],
		connections: { Start: to('Rows'), Rows: to('Split'), Split: to('Save') },
		settings: { executionOrder: 'v1' },
	};
}
