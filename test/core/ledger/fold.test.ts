import { createFold } from '../../../core/ledger/fold';
import { statusOf } from '../../../core/ledger/progress';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from './support/rows';

const DAY = 86_400;
const m = (kind: string, at: number, known: Partial<LedgerRow> = {}) =>
	row(kind, at, { message_id: 'wamid.1', ...known });
const stateOf = (rows: LedgerRow[]) => {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	return fold.messages();
};

it.each<[string, LedgerRow[], string]>([
	['read without delivered is delivered too', [m('accepted', 10), m('read', 12)], 'read'],
	['a voice message that was played was read', [m('sent', 10), m('played', 12)], 'read'],
	['delivered after failed: it arrived', [m('failed', 10), m('delivered', 12)], 'delivered'],
	['failed after delivered: it had arrived', [m('delivered', 10), m('failed', 12)], 'delivered'],
	['statuses before our own answer was stored', [m('sent', 11), m('accepted', 10)], 'sent'],
	['a status alone proves that Meta took it', [m('failed', 11)], 'failed'],
	['held until something else is heard', [m('accepted', 10), m('held', 10)], 'held'],
	['a claim without an outcome is unknown', [row('claimed', 10, { key: 'k' })], 'unknown'],
	[
		'Meta refused it: no ID, only our key',
		[row('failed', 10, { key: 'k', error_code: '131026' })],
		'refused',
	],
	['planned and nothing else', [row('planned', 10, { key: 'k' })], 'planned'],
	[
		'37 days late, it still counts',
		[m('accepted', 10), m('failed', 20), m('delivered', 37 * DAY)],
		'delivered',
	],
])('%s', (_name, rows, status) => {
	expect(stateOf(rows).map(statusOf)).toEqual([status]);
	expect(stateOf([...rows].reverse()).map(statusOf)).toEqual([status]);
});

it('an unknown send is settled by a status that carries its key', () => {
	const [state, ...others] = stateOf([
		row('planned', 5, { key: 'k', campaign: 'Spring' }),
		row('unknown', 10, { key: 'k' }),
		m('sent', 11, { key: 'k' }),
	]);
	expect(others).toEqual([]);
	expect(statusOf(state)).toBe('sent');
	expect(state).toMatchObject({
		message_id: 'wamid.1',
		planned_at: 5,
		unknown_at: 10,
		campaign: 'Spring',
	});
});

it('a refusal whose repetition went through does not count as failed', () => {
	const [state] = stateOf([
		row('failed', 10, { key: 'k', error_code: '130429' }),
		m('accepted', 12, { key: 'k' }),
	]);
	expect(statusOf(state)).toBe('accepted');
});

it('takes pricing whole from the earliest row that carries it', () => {
	const [state] = stateOf([
		m('read', 30, { category: 'utility', pricing_type: 'free_customer_service' }),
		m('sent', 11, { category: 'marketing', pricing_type: 'regular', pricing_model: 'PMP' }),
		m('accepted', 10, { category: 'utility' }),
	]);
	expect(state).toMatchObject({
		category: 'utility',
		pricing_category: 'marketing',
		pricing_type: 'regular',
		pricing_model: 'PMP',
	});
});

it('keeps the first error by time, then by code', () => {
	const [state] = stateOf([
		m('failed', 12, { error_code: '131049' }),
		m('failed', 11, { error_code: '131047' }),
		m('failed', 11, { error_code: '131026' }),
	]);
	expect(state).toMatchObject({ failed_at: 11, error_code: '131026', error_at: 11 });
});

it('two people with one number in common stay two messages: nothing joins by phone', () => {
	const messages = stateOf([
		m('accepted', 10, { recipient: '15550001' }),
		row('accepted', 10, { message_id: 'wamid.2', recipient: '15550001' }),
	]);
	expect(messages).toHaveLength(2);
});

it('a message received is nothing we sent', () => {
	const fold = createFold();
	fold.add(row('received', 10, { message_id: 'in1', contact_key: 'c' }));
	fold.add(row('clicked', 10, { message_id: 'in1', contact_key: 'c' }));
	fold.add(row('received', 10, { message_id: 'in1', contact_key: 'c' }));
	expect(fold.messages()).toEqual([]);
	expect(fold.received()).toHaveLength(1);
});

it('takes 300,000 events a second where nothing else runs; here it is held to a tenth', () => {
	const rows = Array.from({ length: 25_000 }, (_, i) => [
		...['accepted', 'sent', 'delivered', 'read'].map((kind, k) =>
			row(kind, 1_790_000_000 + i + k, {
				message_id: `wamid.${i}`,
				key: `k${i}`,
				contact_key: `c${i}`,
			}),
		),
	]).flat();
	const fold = createFold();
	const start = performance.now();
	for (const one of rows) fold.add(one);
	expect(rows.length / ((performance.now() - start) / 1000)).toBeGreaterThan(30_000);
});
