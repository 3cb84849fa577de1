import { toCells } from '../../../core/analytics/cells';
import { toCsv } from '../../../core/analytics/csv';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { packCells, unpackCells } from '../../../core/analytics/pack';
import { queried, readQuery } from '../../../core/analytics/query';
import { buildReport, type ReportOptions } from '../../../core/analytics/report';
import { createFold } from '../../../core/ledger/fold';
import { business } from './support/business';

const NOW = Date.parse('2026-11-22T21:00:00Z') / 1000;
const DAY = 86_400;

const fold = createFold();
for (const one of business(NOW, 200)) fold.add(one);
const cells = toCells(fold);
const reportOf = (options: Partial<ReportOptions> = {}) =>
	buildReport(cells, { now: NOW, timeZone: 'Europe/Berlin', ...options });

describe('the address of the page', () => {
	it.each<[unknown, object]>([
		[undefined, {}],
		['', {}],
		['{"period":"7d"}', { period: '7d' }],
		[{ period: '7d', other: 'x', __proto__: 'y' }, { period: '7d' }],
		[{ campaign: ['A', 'B'] }, { campaign: 'A' }],
		[{ campaign: { evil: 1 }, country: 5 }, {}],
		[{ campaign: '' }, { campaign: '' }],
		[{ campaign: 'x'.repeat(600) }, {}],
	])('%j asks for %j', (given, query) => expect(readQuery(given)).toEqual(query));

	it('says what to enter when it is no JSON', () => {
		expect(() => readQuery('campaign=x')).toThrow(/Query of the Page/);
	});

	it.each<[Record<string, string>, Partial<ReportOptions>]>([
		[{}, { from: 5, filter: { country: 'DE' } }],
		[{ period: '7d' }, { from: NOW - 7 * DAY, to: undefined }],
		[{ period: 'all' }, { from: undefined }],
		[{ period: 'constructor' }, { from: 5 }],
		[{ from: '2026-11-01' }, { from: Date.parse('2026-10-31T23:00:00Z') / 1000 }],
		[{ from: 'never' }, { from: 5 }],
		[{ from: '2026-11-02', to: '2026-11-01' }, { from: 5 }],
		[{ campaign: '' }, { filter: { country: 'DE', campaign: '' } }],
		[{ country: 'US' }, { filter: { country: 'US' } }],
		[{ compare: 'variants' }, { compare: 'variants' }],
		[{ compare: 'everything' }, { from: 5 }],
	])('%j changes what was set up to %j', (query, wanted) => {
		const set = { now: NOW, timeZone: 'Europe/Berlin', from: 5, filter: { country: 'DE' } };
		const found = queried(query, set);
		expect(found).toMatchObject(wanted);
		expect(found.compare).toBe(wanted.compare);
	});

	it('makes a page that links to itself, and one without stands alone', () => {
		const page = renderDashboard(reportOf(), { query: { period: '30d' } });
		expect(page).toContain('href="?period=30d&amp;campaign=Newsletter%206"');
		expect(page).toContain('href="?period=7d"');
		expect(renderDashboard(reportOf())).not.toMatch(/href="\?/);
	});
});

describe('filters', () => {
	const [campaign] = reportOf().campaigns;
	it('narrow everything to one campaign', () => {
		const report = reportOf({ filter: { campaign: campaign.name } });
		expect(report.counts).toMatchObject(campaign.counts);
		expect(report.campaigns).toEqual([campaign]);
		expect(report.counts).toMatchObject({ received: 0, opt_outs: 0 });
	});
	it('add up to the whole', () => {
		const sum = ['', ...reportOf().countries.map(({ name }) => name)]
			.filter((name, i, all) => all.indexOf(name) === i)
			.map((country) => reportOf({ filter: { country } }).counts.attempted)
			.reduce((a, b) => a + b, 0);
		expect(sum).toBe(reportOf().counts.attempted);
	});
	it('the empty text means those that have none', () => {
		const outside = reportOf().campaigns.find(({ name }) => name === '');
		expect(reportOf({ filter: { campaign: '' } }).counts.attempted).toBe(outside?.counts.attempted);
	});
});

describe('packed cells', () => {
	const about = { timeZone: 'Europe/Berlin', title: 'Corner bakery' };
	const packed = packCells(cells, about);
	it('are small and come back as they were', () => {
		expect(unpackCells(packed)).toEqual({ cells, about });
		expect(packed.length).toBeLessThan(JSON.stringify(cells).length / 4);
		expect(unpackCells(packCells([]))).toEqual({ cells: [], about: {} });
	});
	it('of an earlier version, with fewer columns, are read too', () => {
		const old = JSON.parse(packed) as { columns: string[]; cells: number[][] };
		const without = {
			...old,
			columns: old.columns.slice(0, -1),
			cells: old.cells.map((one) => one.slice(0, 28)),
		};
		expect(unpackCells(JSON.stringify(without))?.cells).toEqual(
			cells.map((cell) => ({ ...cell, late: '' })),
		);
	});
	it.each(['', 'null', '{}', '{"columns":["of"],"texts":["x"],"cells":[[0]]}'])(
		'are not made of %j',
		(text) => expect(unpackCells(text)).toBeUndefined(),
	);
});

describe('the file of figures', () => {
	it('has a heading and one line for each group', () => {
		const report = reportOf();
		const lines = toCsv(report).trimEnd().split('\r\n');
		expect(lines[0]).toMatch(/^by,name,language,planned,skipped,attempted,/);
		expect(lines[1]).toMatch(/^all,,,/);
		const groups = [report.campaigns, report.variants, report.templates, report.languages];
		const more = [report.categories, report.countries, report.numbers];
		expect(lines.length - 2).toBe(
			[...groups, ...more].reduce((sum, { length }) => sum + length, 0),
		);
	});
	it('quotes what it must, and lets no spreadsheet run a name', () => {
		const evil = buildReport(
			cells.map((cell) => ({ ...cell, campaign: '=HYPERLINK("http://x"),1' })),
			{ now: NOW },
		);
		expect(toCsv(evil)).toContain(`campaigns,"'=HYPERLINK(""http://x""),1",,`);
	});
	it('is in the page, to be downloaded without a request', () => {
		const page = renderDashboard(reportOf());
		const [, text] =
			/download="whatsapp-22-Nov-2026\.csv"\s+href="data:text\/csv;charset=utf-8,([^"]+)"/.exec(
				page,
			) ?? [];
		expect(decodeURIComponent(text)).toBe(toCsv(reportOf(), 50));
	});
});
