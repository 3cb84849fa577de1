import type { Postgres } from '../../bench/support/postgres';
import type { LedgerRow } from '../../core/ledger/row';
import { row } from '../core/ledger/support/rows';
import { add, cellsOf, empty, refresh, describeWithPostgres, startHome } from './support';

jest.setTimeout(120_000);

const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1000);
/** Long ago, and in a month that ended more than 37 days ago. */
const OLD = NOW - 100 * DAY;
/** Beginning of the month that was 37 days ago: only what is before it goes. */
const MONTH = new Date((NOW - 37 * DAY) * 1000);
const BORDER = Date.UTC(MONTH.getUTCFullYear(), MONTH.getUTCMonth(), 1) / 1000;

describeWithPostgres('retention in Postgres', () => {
	let home: Postgres;
	beforeAll(async () => {
		home = await startHome();
	});
	afterAll(async () => {
		await home?.stop();
	});
	beforeEach(async () => {
		await empty(home.sql);
	});

	const message = (id: string, at: number, kinds: Array<[string, number]>): LedgerRow[] =>
		kinds.map(([kind, after]) =>
			row(kind, at + after, {
				message_id: id,
				contact_key: `c-${id}`,
				phone_number_id: '900',
				campaign: 'Spring',
				...(kind === 'sent' && { pricing_type: 'regular', category: 'marketing' }),
			}),
		);

	/** Messages of three ages, answers, consent, news, one that is still alive after 100 days. */
	const rows = (): LedgerRow[] => [
		row('claimed', OLD - 2, { key: 'w1/Spring/a/1', contact_key: 'c-a', campaign: 'Spring' }),
		...message('a', OLD, [
			['accepted', 0],
			['sent', 1],
			['delivered', 5],
			['read', 3 * DAY],
		]).map((one) => ({ ...one, key: 'w1/Spring/a/1' })),
		...message('b', OLD - 40 * DAY, [
			['accepted', 0],
			['sent', 2],
			['failed', 9],
		]),
		row('received', OLD + 60, { message_id: 'from a', contact_key: 'c-a', phone_number_id: '900' }),
		row('opted_out', OLD + 61, {
			message_id: 'from a',
			contact_key: 'c-a',
			phone_number_id: '900',
		}),
		row('opted_in', OLD - 50 * DAY, { contact_key: 'c-a' }),
		row('account_changed', OLD, { reason: 'quality down' }),
		...message('alive', OLD, [
			['accepted', 0],
			['sent', 1],
			['read', 99 * DAY],
		]),
		row('received', OLD + 120, { message_id: 'from alive', contact_key: 'c-alive' }),
		...message('young', NOW - 5 * DAY, [
			['accepted', 0],
			['sent', 1],
		]),
		...message('this month', BORDER, [['accepted', 0]]),
	];

	const count = async (table: string, where = 'true') => {
		const { rows: found } = await home.sql.query(
			`select count(*) as n from ${table} where ${where}`,
		);
		return Number(found[0].n);
	};
	const retain = async () => await home.sql.query('select * from wa_retain()');

	it('changes no figure, drops what is settled, and touches nothing else', async () => {
		await add(home.sql, rows());
		await refresh(home.sql);
		const before = await cellsOf(home.sql);
		const { rows: told } = await retain();
		expect(told).toEqual([{ settled: '2', dropped_rows: '9' }]);
		expect(await cellsOf(home.sql)).toEqual(before);
		expect(await count('wa_ledger')).toBe(rows().length - 9);
		expect(await count('wa_ledger', `message_id in ('a', 'b')`)).toBe(0);
		expect(await count('wa_ledger', `kind in ('opted_in', 'opted_out', 'account_changed')`)).toBe(
			3,
		);
		expect(await count('wa_ledger', `message_id = 'alive'`)).toBe(3);
		expect(await count('wa_ledger', `message_id = 'young'`)).toBe(2);
		expect(await count('wa_ledger', `message_id = 'this month'`)).toBe(1);
		expect(await count('wa_summaries')).toBeGreaterThan(3);
	});

	it('again, or with events that come a second time, it still counts nothing twice', async () => {
		await add(home.sql, rows());
		await refresh(home.sql);
		const before = await cellsOf(home.sql);
		await retain();
		await retain();
		expect(await add(home.sql, rows())).toBe(0);
		await refresh(home.sql);
		await retain();
		expect(await cellsOf(home.sql)).toEqual(before);
	});

	it('goes on counting what is alive', async () => {
		await add(home.sql, rows());
		await retain();
		const before = await cellsOf(home.sql);
		await add(home.sql, message('alive', NOW - 60, [['played', 0]]));
		await add(home.sql, message('new', NOW, [['accepted', 0]]));
		await refresh(home.sql);
		const after = await cellsOf(home.sql);
		const total = (cells: typeof after) => cells.reduce((sum, { count: n }) => sum + n, 0);
		expect(total(after)).toBe(total(before) + 1);
	});

	it('leaves everything as it was when it is broken off', async () => {
		await add(home.sql, rows());
		await refresh(home.sql);
		const before = await cellsOf(home.sql);
		await home.sql.query('begin');
		await retain();
		expect(await count('wa_ledger')).toBeLessThan(rows().length);
		await home.sql.query('rollback');
		expect(await count('wa_ledger')).toBe(rows().length);
		expect(await count('wa_summaries')).toBe(0);
		expect(await cellsOf(home.sql)).toEqual(before);
	});

	it('never touches what is younger than 37 days, whatever number it is given', async () => {
		await add(home.sql, message('young', NOW - 5 * DAY, [['accepted', 0]]));
		await home.sql.query('select * from wa_retain(0)');
		expect(await count('wa_ledger')).toBe(1);
	});

	describe('forgetting one person', () => {
		const forget = async (person: string) => {
			const { rows: found } = await home.sql.query('select wa_forget($1) as removed', [person]);
			return Number(found[0].removed);
		};

		it('removes all rows of a person, whatever they are called in them, and of nobody else', async () => {
			await add(home.sql, [
				row('claimed', NOW - 9, { key: 'w1/x/y/1', contact_key: '15551230000' }),
				row('accepted', NOW - 8, { key: 'w1/x/y/1', message_id: 'm1', contact_key: '15551230000' }),
				row('sent', NOW - 7, { message_id: 'm1', contact_key: 'US.77' }),
				row('received', NOW - 6, { message_id: 'r1', contact_key: 'US.77', reply_to: 'm1' }),
				row('accepted', NOW - 8, { message_id: 'm2', contact_key: '15559990000' }),
				row('template_changed', NOW - 5, { template: 't' }),
			]);
			await refresh(home.sql);
			expect(await forget('15551230000')).toBe(4);
			expect(await count('wa_ledger')).toBe(2);
			expect(await count('wa_messages')).toBe(1);
			expect(await count('wa_received')).toBe(0);
			expect(await count('wa_cells', `"of" = 'message'`)).toBe(1);
			expect(await count('wa_cells', `"of" = 'received'`)).toBe(0);
		});

		it('keeps the opt-out and nothing else, so that nobody writes to them again', async () => {
			await add(home.sql, [
				row('received', NOW - 6, { message_id: 'r1', contact_key: '1555', recipient: '1555' }),
				row('opted_out', NOW - 5, { message_id: 'r1', contact_key: '1555', recipient: '1555' }),
			]);
			await forget('1555');
			const { rows: left } = await home.sql.query('select * from wa_ledger');
			expect(left).toHaveLength(1);
			expect(left[0]).toMatchObject({
				kind: 'opted_out',
				contact_key: '1555',
				recipient: '',
				message_id: '',
			});
			await home.sql.query(`select wa_forget('1555', false)`);
			expect(await count('wa_ledger')).toBe(0);
		});

		it('refuses to forget nobody', async () => {
			await expect(home.sql.query(`select wa_forget('')`)).rejects.toThrow(/Say whom/);
		});
	});
});
