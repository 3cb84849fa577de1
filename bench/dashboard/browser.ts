import { openBrowser } from '../../test/e2e/support/browser';
import type { DashboardN8n } from './n8n';

/**
 * What a real browser asks for when it opens the page, besides the page itself, and whether the page is complete in one
 * that runs no scripts.
 */
export async function measureInBrowser(n8n: DashboardN8n, path: string) {
	const browser = await openBrowser();
	try {
		const { username, password } = n8n.signIn;
		const found = { network_requests: 0, complete_without_scripts: false };
		const texts: string[] = [];
		for (const javaScriptEnabled of [true, false]) {
			const context = await browser.newContext({
				javaScriptEnabled,
				httpCredentials: { username, password },
			});
			const page = await context.newPage();
			const asked: string[] = [];
			page.on('request', (request) => asked.push(request.url()));
			const url = `${n8n.url}/webhook/${path}`;
			await page.goto(url, { waitUntil: 'networkidle' });
			found.network_requests += asked.filter(
				(one) => one !== url && !one.startsWith('data:'),
			).length;
			texts.push(await page.locator('main').innerText());
			await context.close();
		}
		found.complete_without_scripts = texts[0] === texts[1] && texts[0].length > 200;
		return found;
	} finally {
		await browser.close();
	}
}
