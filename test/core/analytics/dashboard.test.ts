import { gzipSync } from 'node:zlib';
import { toCells } from '../../../core/analytics/cells';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { html } from '../../../core/analytics/page/html';
import { buildReport, type ReportOptions } from '../../../core/analytics/report';
import { createFold } from '../../../core/ledger/fold';
import type { LedgerRow } from '../../../core/ledger/row';
import { row } from '../ledger/support/rows';

const NOW = Date.parse('2026-11-22T21:00:00Z') / 1000;

function pageOf(rows: LedgerRow[], options: Partial<ReportOptions> = {}): string {
	const fold = createFold();
	for (const one of rows) fold.add(one);
	return renderDashboard(
		buildReport(toCells(fold), { now: NOW, timeZone: 'Europe/Berlin', ...options }),
	);
}

/** A year of messages in which everything happens, the same at every run. */
function year(count: number): LedgerRow[] {
	const codes = ['131026', '131049', '131047', '131050', '132001', '131042', '130429', '131053'];
	return Array.from({ length: count }, (_, i) => {
		const at = NOW - ((i * 7919) % (360 * 86_400)) - 100;
		const known = {
			message_id: `wamid.${i}`,
			contact_key: `c${i % 5000}`,
			campaign: `Campaign number ${i % 120}`,
			template: `template_${i % 40}`,
			language: ['en_US', 'de', 'pt_BR'][i % 3],
			category: 'marketing',
		};
		const kinds =
			i % 20 === 0
				? ['accepted', 'failed']
				: i % 3 === 0
					? ['accepted', 'sent', 'delivered']
					: ['accepted', 'sent', 'delivered', 'read'];
		return kinds.map((kind, k) =>
			row(kind, at + k * (1 + (i % 97)), {
				...known,
				error_code: kind === 'failed' ? codes[(i / 20) % codes.length] : '',
			}),
		);
	}).flat();
}

const page = pageOf(year(3000));

it('is one complete page that loads, runs and sends nothing', () => {
	expect(page).toMatch(/^<!doctype html>/i);
	expect(page).toMatch(/<html lang="en">/);
	expect(page).not.toMatch(
		/<script|<iframe|<form|<link(?! rel="icon")|\son\w+=|javascript:|@import|url\(/i,
	);
	expect(page.replace("xmlns='http://www.w3.org/2000/svg'", '')).not.toMatch(/https?:/);
	const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1];
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toMatch(/script-src|connect-src|unsafe-eval|https?:/);
});

it('balances every tag', () => {
	const open: string[] = [];
	const isVoid = /^(meta|link|br|rect|line|!doctype)$/i;
	for (const [, slash, name, self] of page.matchAll(/<(\/?)([!a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
		if (isVoid.test(name) || self) continue;
		if (slash) expect(open.pop()).toBe(name);
		else open.push(name);
	}
	expect(open).toEqual([]);
});

it('escapes everything that comes from the ledger or the user', () => {
	const evil = `"><script>alert(1)</script><img src=x onerror='a'>&`;
	const rows = [
		row('accepted', NOW - 50, {
			message_id: 'm',
			campaign: evil,
			template: evil,
			language: evil,
			category: evil,
		}),
		row('failed', NOW - 40, { message_id: 'm', error_code: evil, reason: evil }),
		row('template_changed', NOW - 30, { template: evil, language: evil, reason: evil }),
	];
	const found = pageOf(rows, { title: evil });
	expect(found).not.toMatch(/<script|<img|onerror='/);
	expect(found).toContain('&lt;script&gt;');
});

it('escapes in text and in attributes, and lets only its own markup through', () => {
	const value = `<b a="1" c='2'>&amp;`;
	const { markup } = html`<p title="${value}">${[value, html`<br />`, 1, false, undefined]}</p>`;
	const escaped = '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;';
	expect(markup.replace(/\s*<br \/>|\s*<br>/, '<br>')).toBe(
		`<p title="${escaped}">${escaped}<br>1</p>`,
	);
});

it('stays under 50 KiB compressed for 100,000 messages', () => {
	expect(gzipSync(pageOf(year(100_000))).length / 1024).toBeLessThan(50);
});

it('stays small with many links, filters and a comparison', () => {
	const fold = createFold();
	for (const one of year(20_000)) fold.add(one);
	const query = { period: 'all', compare: 'variants' };
	const report = buildReport(toCells(fold), { now: NOW, timeZone: 'Europe/Berlin' });
	expect(gzipSync(renderDashboard(report, { query })).length / 1024).toBeLessThan(50);
});

it('the same report always gives the same page', () => {
	expect(pageOf(year(500).reverse())).toBe(pageOf(year(500)));
});

it('shows the figures, the time of refresh and the zone', () => {
	for (const text of [
		'3,000',
		'Refreshed',
		'22 Nov 2026, 22:00',
		'Europe/Berlin',
		'Why messages did not arrive',
		'Next step',
		'All figures and what they mean',
	]) {
		expect(page).toContain(text);
	}
});

it('every drawing has a name or is hidden from readers, and every table has headings', () => {
	for (const [svg] of page.matchAll(/<svg[^>]*>/g))
		expect(svg).toMatch(/aria-hidden="true"|role="img"[\s\S]*aria-label="/);
	for (const [table] of page.matchAll(/<table[\s\S]*?<\/table>/g)) {
		expect(table).toMatch(/scope="col"/);
		expect(table).toMatch(/scope="row"/);
	}
	const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
});

it('has light and dark, phone and print', () => {
	for (const rule of ['prefers-color-scheme:dark', '@media (max-width', '@media print'])
		expect(page).toContain(rule);
});

it.each([
	[[], 'No messages yet'],
	[[row('accepted', NOW - 90 * 86_400, { message_id: 'm' })], 'No messages in this period'],
])('an empty page says what to do next', (rows, text) => {
	const found = pageOf(rows, rows.length > 0 ? { from: NOW - 86_400 } : {});
	expect(found).toContain(text);
	expect(found).not.toContain('NaN');
});

it.each([
	['one message under way', [row('accepted', NOW - 5, { message_id: 'm' })]],
	['one plan', [row('planned', NOW - 5, { key: 'k' })]],
	['only answers', [row('received', NOW - 5, { message_id: 'in', contact_key: 'c' })]],
	['one unknown', [row('unknown', NOW - 5, { key: 'k' })]],
])('has no gaps in it for %s', (_name, rows) => {
	expect(pageOf(rows)).not.toMatch(/NaN|undefined|null|Infinity/);
});

it('warns of sends without an answer', () => {
	expect(pageOf([row('unknown', NOW - 5, { key: 'k' })])).toContain('got no answer from Meta');
});

it('a few bars stay narrow and begin at the axis', () => {
	const [, width] = /style="max-width:(\d+)px"\s+viewBox="0 0 1 100"/.exec(
		pageOf([row('accepted', NOW - 5, { message_id: 'm' })]),
	) as RegExpExecArray;
	expect(width).toBe('100');
	const [bar] = /<rect class="way"[^>]*>/.exec(
		pageOf([row('accepted', NOW - 5, { message_id: 'm' })]),
	) as RegExpExecArray;
	expect(bar).toContain('width="0.48"');
});

it.each([
	['sale', 'de', 'about the template sale (de): paused'],
	['', 'de', 'about a template (de): paused'],
	['', '', 'about a template: paused'],
])('names the template "%s" (%s) that Meta reports on', (template, language, words) => {
	const known = { template, language, reason: 'PAUSED' };
	expect(pageOf([row('template_changed', NOW - 30, known)])).toContain(words);
});
