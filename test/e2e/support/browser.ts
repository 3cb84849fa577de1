import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ARTIFACTS } from './state';

const CANDIDATES = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const executablePath = CANDIDATES.find((path) => path && existsSync(path));

/**
 * `describe`, where a browser is installed. Elsewhere the tests are named as skipped with the reason, except in CI,
 * where a missing browser fails them.
 */
export function describeInBrowser(name: string, tests: () => void): void {
	if (executablePath || process.env.CI) {
		describe(name, tests);
		return;
	}
	process.stderr.write(
		`No Chromium found, so "${name}" is skipped. Install it or set CHROMIUM_PATH.\n`,
	);
	describe.skip(`${name} (no Chromium on this machine)`, tests);
}

/** A browser that talks to loopback only. */
export async function openBrowser(): Promise<Browser> {
	if (!executablePath) throw new Error('Chromium is required here: apt-get install chromium');
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

/** Keeps a picture for people to look at. */
export async function screenshot(page: Page, name: string, fullPage = false): Promise<void> {
	mkdirSync(ARTIFACTS, { recursive: true });
	await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage });
}
