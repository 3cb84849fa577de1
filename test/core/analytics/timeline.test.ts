import { renderMessage } from '../../../core/analytics/messagePage';
import { timelineOf } from '../../../core/analytics/timeline';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';

const T = Date.parse('2026-11-10T12:00:00Z') / 1000;
const DAY = 86_400;

const own = {
	message_id: 'wamid.1',
	key: 'k',
	campaign: 'Spring',
	template: 'sale',
	language: 'de',
};
const story: LedgerRow[] = [
	row('read', T + 60, own),
	row('planned', T - 100, { key: 'k' }),
	row('claimed', T - 1, { key: 'k' }),
	row('accepted', T, { ...own, source: 'campaign' }),
	row('sent', T, { ...own, source: 'webhook' }),
	row('delivered', T + 5, { ...own, received_at: T + 5 + 2 * 3600 }),
	row('delivered', T + 5, { ...own, received_at: T + 6 }),
	row('received', T + 90, { message_id: 'in', reply_to: 'wamid.1' }),
	row('accepted', T, { message_id: 'wamid.2', key: 'other' }),
	row('planned', T, { key: 'other' }),
];
const at = (rows: LedgerRow[], now = T + DAY) => timelineOf(rows, 'wamid.1', now);

it('tells everything about one message in its order, and nothing about others', () => {
	expect(at(story)?.steps.map(({ kind, at: when }) => [kind, when - T])).toEqual([
		['planned', -100],
		['claimed', -1],
		['accepted', 0],
		['sent', 0],
		['delivered', 5],
		['read', 60],
		['received', 90],
	]);
	expect(at([...story, ...story].reverse())).toEqual(at(story));
	expect(at(story)).toMatchObject({ status: 'read', campaign: 'Spring', template: 'sale' });
});

it('of an event that came twice, the first time we learnt of it counts', () => {
	expect(at(story)?.steps.find(({ kind }) => kind === 'delivered')?.received_at).toBe(T + 6);
});

const one = (kind: string, known: Partial<LedgerRow> = {}) => [row(kind, T, { ...own, ...known })];

it.each<[string, LedgerRow[], number, RegExp]>([
	['read', one('read'), T, /^No\. It arrived/],
	['under way', one('sent'), T, /^No\. It is still under way/],
	['long gone', one('sent'), T + 31 * DAY, /^Yes\. Meta stopped/],
	['without an answer', one('unknown'), T, /^Not yet/],
	['unreachable', one('failed', { error_code: '131026' }), T, /^No\. It would fail again/],
	['too fast', one('failed', { error_code: '130429' }), T, /^Yes, more slowly/],
	['a missing template', one('failed', { error_code: '132001' }), T, /^Yes, after the template/],
	['an unknown code', one('failed', { error_code: '999999' }), T, /did not reach/],
])('%s: says whether to send it again', (_name, rows, now, words) => {
	expect(timelineOf(rows, 'wamid.1', now)?.send_again).toMatch(words);
});

it('puts a failure in words, with what to do', () => {
	const found = at(one('failed', { error_code: '131026' }));
	expect(found?.steps[0].text).toMatch(/^It failed: .*\(Meta’s code 131026\)$/);
	expect(found?.next_step).not.toBe('');
});

it('there is no story without rows', () => {
	expect(at([])).toBeUndefined();
	expect(timelineOf(story, 'wamid.3', T)).toBeUndefined();
	expect(timelineOf(story, '', T)).toBeUndefined();
});

describe('its page', () => {
	const about = {
		title: 'Shop',
		timeZone: 'Europe/Berlin',
		query: { message: 'wamid.1', period: '7d' },
	};
	it('shows the steps by the clock, and leads back to where one came from', () => {
		const page = renderMessage(at(story), { ...about, id: 'wamid.1' });
		expect(page).toContain('10 Nov 2026, 13:00:05');
		expect(page).toContain('href="?period=7d"');
		expect(page).toContain('No. It arrived');
	});
	it('says that there is none, escaped', () => {
		const page = renderMessage(undefined, { ...about, id: '"><script>' });
		expect(page).toContain('No message with this ID');
		expect(page).not.toContain('<script>');
	});
});
