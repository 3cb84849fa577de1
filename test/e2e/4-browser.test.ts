import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, screenshot } from './support/browser';
import { stack } from './support/stack';

jest.setTimeout(180_000);

describeInBrowser('what people see', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		const { api, state } = await stack();
		const [name, ...value] = api.cookie.split('=');
		const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
		await context.addCookies([{ name, value: value.join('='), url: state.n8nUrl }]);
		page = await context.newPage();
	});

	afterAll(async () => {
		await browser.close();
	});

	async function openWorkflow(template: string): Promise<void> {
		const { state } = await stack();
		await page.goto(`${state.n8nUrl}/workflow/${state.setUp.workflows[template]}`);
		await page.locator('[data-node-name]').first().waitFor({ timeout: 60_000 });
		// The canvas fits its nodes into view after it is drawn.
		await page.waitForTimeout(2000);
	}

	const icons = async () =>
		await page.evaluate(() =>
			Array.from(document.querySelectorAll<HTMLImageElement>('[data-node-name] img'))
				.filter((image) => image.src.includes('n8n-nodes-whatsapp-cloud'))
				.map((image) => image.naturalWidth > 0),
		);

	it.each([
		'set-up',
		'receiver',
		'report-refresh',
		'dashboard',
		'scheduled-campaign',
		'auto-reply',
	])('the workflow %s opens with its notes and without unknown nodes', async (template) => {
		await openWorkflow(template);
		await screenshot(page, `workflow-${template}`);
		expect(await page.getByText('Install this node').count()).toBe(0);
		expect(await page.getByText('Unrecognized node type').count()).toBe(0);
		expect(await page.locator('[data-test-id="sticky"]').count()).toBeGreaterThan(0);
	});

	it('our nodes have their icon, the trigger its three outputs', async () => {
		await openWorkflow('receiver');
		const loaded = await icons();
		expect(loaded.length).toBeGreaterThan(1);
		expect(loaded).not.toContain(false);
		const trigger = page.locator('[data-node-name="WhatsApp Cloud Trigger"]').first();
		for (const output of ['Message', 'Status', 'Account']) {
			expect(await trigger.getByText(output, { exact: true }).count()).toBe(1);
		}
	});

	it('Send Template shows one field for each variable, with the words around it', async () => {
		await openWorkflow('scheduled-campaign');
		await page.locator('[data-node-name="Send the template"]').first().dblclick();
		await page.getByText('Body · first_name').waitFor();
		for (const label of ['Phone Number', 'Template', 'Body · day', 'Button "See the sale"']) {
			expect(await page.getByText(label).count()).toBeGreaterThan(0);
		}
		await screenshot(page, 'send-template');
	});

	it.each([
		['WhatsApp Cloud Trigger', 'receiver', 'Acknowledge'],
		['To ledger rows', 'receiver', 'Operation'],
	])('the panel of %s opens', async (node, template, field) => {
		await openWorkflow(template);
		await page.locator(`[data-node-name="${node}"]`).first().dblclick();
		await page.getByText(field).first().waitFor();
		await screenshot(page, `panel-${node.toLowerCase().replaceAll(' ', '-')}`);
	});

	describe('the dashboard', () => {
		it.each([
			['wide', 1280, 'light'],
			['tablet', 768, 'light'],
			['phone', 390, 'light'],
			['wide-dark', 1280, 'dark'],
		] as const)(
			'%s: complete without scripts, and nothing sticks out',
			async (name, width, scheme) => {
				const { state } = await stack();
				const { user: username, password } = state.dashboard;
				const context = await browser.newContext({
					javaScriptEnabled: false,
					colorScheme: scheme,
					httpCredentials: { username, password },
					viewport: { width, height: 900 },
				});
				const view = await context.newPage();
				const requests: string[] = [];
				view.on('request', (request) => requests.push(request.url()));
				await view.goto(`${state.n8nUrl}/webhook/whatsapp-dashboard`);
				expect(await view.getByText('Spring sale').count()).toBeGreaterThan(0);
				expect(requests.filter((url) => !url.endsWith('/whatsapp-dashboard'))).toEqual([]);
				await screenshot(view, `dashboard-${name}`, true);
				await context.close();
			},
		);

		it('its links and its file work in the sandbox that n8n puts around it', async () => {
			const { state } = await stack();
			const { user: username, password } = state.dashboard;
			const context = await browser.newContext({ httpCredentials: { username, password } });
			const view = await context.newPage();
			await view.goto(`${state.n8nUrl}/webhook/whatsapp-dashboard`);
			const whole = await view.locator('.card strong').first().innerText();
			await view.getByRole('link', { name: 'Spring sale' }).first().click();
			await view.getByText('Campaign: Spring sale').waitFor();
			expect(view.url()).toContain('?campaign=Spring%20sale');
			const part = await view.locator('.card strong').first().innerText();
			expect(Number(part)).toBeLessThanOrEqual(Number(whole));
			expect(Number(part)).toBeGreaterThan(0);
			await view.getByRole('link', { name: '7 days' }).click();
			await view.getByText('Compare with the time before').click();
			await view.getByText('Compared: the period before and this period').waitFor();
			await screenshot(view, 'dashboard-campaign', true);
			const [{ message_id: id }] = (await (await stack()).record()).messages;
			await view.getByLabel('Look up one message').fill(id);
			await view.getByRole('button', { name: 'Show' }).click();
			await view.getByRole('heading', { name: 'What happened' }).waitFor();
			expect(await view.getByText('Meta took it').count()).toBe(1);
			await view.getByRole('link', { name: 'All messages' }).click();
			const download = view.waitForEvent('download');
			await view.getByText('Download the figures').click();
			expect((await download).suggestedFilename()).toMatch(/^whatsapp-.*\.csv$/);
			await context.close();
		});
	});
});
