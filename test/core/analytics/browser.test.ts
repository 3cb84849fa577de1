import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { toCells } from '../../../core/analytics/cells';
import { renderDashboard } from '../../../core/analytics/dashboard';
import { renderMessage } from '../../../core/analytics/messagePage';
import { queried, readQuery } from '../../../core/analytics/query';
import { buildReport } from '../../../core/analytics/report';
import { timelineOf } from '../../../core/analytics/timeline';
import { createFold } from '../../../core/ledger/fold';
import { describeInBrowser, openBrowser, screenshot } from '../../e2e/support/browser';
import { business } from './support/business';

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-22T21:00:00Z') / 1000;
/** What n8n puts around every page a workflow answers with (n8n-core, html-sandbox). */
const SANDBOX =
	'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-presentation allow-scripts allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols';

const rows = business(NOW);
const fold = createFold();
for (const one of rows) fold.add(one);
const cells = toCells(fold);

function pageFor(address: string): string {
	const query = readQuery(Object.fromEntries(new URL(address, 'http://localhost').searchParams));
	if (query.message) {
		const timeline = timelineOf(rows, query.message, NOW);
		const about = { id: query.message, title: 'Corner bakery', timeZone: 'Europe/Berlin', query };
		return renderMessage(timeline, about);
	}
	const options = queried(query, { now: NOW, timeZone: 'Europe/Berlin', title: 'Corner bakery' });
	return renderDashboard(buildReport(cells, options), { query });
}

type Size = [name: string, width: number, scheme: 'light' | 'dark'];
const SIZES: Size[] = [
	['wide', 1280, 'light'],
	['tablet', 768, 'light'],
	['phone', 390, 'light'],
	['wide-dark', 1280, 'dark'],
	['phone-dark', 390, 'dark'],
];

describeInBrowser('the page in a browser', () => {
	let browser: Browser;
	let server: Server;
	let base: string;

	beforeAll(async () => {
		server = createServer((request, response) => {
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.setHeader('Content-Security-Policy', SANDBOX);
			response.end(pageFor(request.url ?? '/'));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/whatsapp-dashboard`;
		browser = await openBrowser();
	});

	afterAll(async () => {
		await browser.close();
		server.close();
	});

	async function open(
		query: string,
		[, width, colorScheme]: Size = SIZES[0],
		javaScriptEnabled = false,
	): Promise<Page> {
		const context = await browser.newContext({
			javaScriptEnabled,
			bypassCSP: javaScriptEnabled,
			colorScheme,
			viewport: { width, height: 900 },
		});
		const page = await context.newPage();
		await page.goto(base + query);
		return page;
	}

	it.each(SIZES)('%s: nothing sticks out, and nothing else is asked for', async (...size) => {
		const page = await open('?period=30d&compare=variants', size, true);
		const wider = await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth,
		);
		expect(wider).toBeLessThanOrEqual(0);
		await screenshot(page, `page-${size[0]}`, true);
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((one) => (one.open = true)),
		);
		await screenshot(page, `page-${size[0]}-open`, true);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.reload();
		expect(asked).toEqual([page.url()]);
		await page.context().close();
	});

	it.each([
		['wide', '?period=30d&compare=variants&campaign=Newsletter%206'],
		['phone', '?period=30d&compare=previousPeriod'],
		['wide-dark', '?period=30d&compare=variants'],
		['phone-dark', '?message=m5002'],
		['wide', '?message=none'],
	])('%s %s: axe finds nothing', async (name, address) => {
		const size = SIZES.find(([known]) => known === name) ?? SIZES[0];
		const page = await open(address, size, true);
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((one) => (one.open = true)),
		);
		await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
		const { violations } = await page.evaluate<{
			violations: Array<{ id: string; impact: string; nodes: Array<{ html: string }> }>;
		}>('axe.run()');
		const found = violations.map(({ id, impact, nodes }) => [impact, id, nodes[0].html]);
		expect(found).toEqual([]);
		await page.context().close();
	});

	it('its links, its form and its file need no script, in the sandbox', async () => {
		const page = await open('');
		await page.getByRole('link', { name: 'Newsletter 6' }).click();
		await page.getByRole('link', { name: '30 days' }).click();
		expect(page.url()).toBe(`${base}?campaign=Newsletter%206&period=30d`);
		const saved = page.waitForEvent('download');
		await page.getByText('Download the figures').click();
		expect((await saved).suggestedFilename()).toBe('whatsapp-22-Nov-2026.csv');
		await page.getByLabel('Look up one message').fill('m5002');
		await page.getByRole('button', { name: 'Show' }).click();
		await page.getByRole('heading', { name: 'What happened' }).waitFor();
		await screenshot(page, 'page-message', true);
		await page.getByRole('link', { name: 'All messages' }).click();
		await page.getByText('Campaign: Newsletter 6').waitFor();
		await page.context().close();
	});
});
