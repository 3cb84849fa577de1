import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerRow } from '../../core/ledger/row';
import { startN8n } from '../../scripts/runtime/n8n';
import { type N8nApi, signIn } from '../../scripts/runtime/n8nApi';
import { ensureN8n } from '../../scripts/runtime/n8nInstall';
import { ensureNode24 } from '../../scripts/runtime/node24';
import { installPackage, packPackage } from '../../scripts/runtime/package';
import { n8nHome, RUNTIME } from '../../scripts/runtime/paths';
import { freePort } from '../../scripts/runtime/ports';
import { setUp, type SetUp } from '../../scripts/runtime/setUp';
import { say } from '../support/say';

export interface DashboardN8n {
	url: string;
	api: N8nApi;
	made: SetUp;
	signIn: { username: string; password: string };
	/** The most memory n8n has held so far, in MiB. */
	peakMiB: () => number;
	stop: () => Promise<void>;
}

/** A real n8n with our packed package and all templates. Nothing is sent, so there is no Meta. */
export async function startDashboardN8n(packed?: string): Promise<DashboardN8n> {
	const home = n8nHome('bench-dashboard');
	rmSync(home, { recursive: true, force: true });
	const node = await ensureNode24(say);
	const program = await ensureN8n(node, say);
	if (!packed) say('building and packing');
	installPackage(packed ?? (await packPackage()), home);
	const log = join(RUNTIME, 'bench-dashboard-n8n.log');
	say('starting n8n');
	const n8n = await startN8n({ node, program, home, port: await freePort(), log });
	const secret = randomBytes(12).toString('hex');
	const owner = { email: 'owner@example.com', password: `Bench-${secret.slice(0, 12)}` };
	const api = await signIn(n8n.url, owner);
	const account = {
		accessToken: `EAAbench${secret}`,
		appId: '900000000000001',
		appSecret: secret,
		verifyToken: secret,
		businessAccountId: '900000000000002',
		phoneNumberId: '900000000000003',
		baseUrl: 'http://127.0.0.1:9',
	};
	const made = await setUp(api, account, { user: 'bench', password: secret });
	return {
		url: n8n.url,
		api,
		made,
		signIn: { username: 'bench', password: secret },
		peakMiB: () => peakOf(n8n.pid),
		stop: async () => await n8n.stop(),
	};
}

function peakOf(pid: number): number {
	const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Math.round(Number(kib) / 1024);
}

/** Writes the rows into a data table, a thousand at a time. */
export async function fillTable(api: N8nApi, name: string, rows: LedgerRow[]): Promise<void> {
	const table = await api.table(name);
	for (let begin = 0; begin < rows.length; begin += 1000) {
		if (begin % 50_000 === 0) say(`${name}: ${begin} of ${rows.length} rows`);
		await table.insert(rows.slice(begin, begin + 1000));
	}
}
