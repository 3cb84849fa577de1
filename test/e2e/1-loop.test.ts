import { existsSync } from 'node:fs';
import Decimal from 'decimal.js';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { publishAll } from '../../scripts/runtime/setUp';
import { CONTACTS } from './support/globalSetup';
import { eventually } from './support/eventually';
import { openDashboard, stack, webhookUrl } from './support/stack';

jest.setTimeout(240_000);

interface Cost {
	campaigns: Array<{ name: string; paid: number; amounts: unknown }>;
}

const OPTED_IN = CONTACTS - Math.floor(CONTACTS / 20);

/** Distinct messages that have a row of this kind. */
async function messagesWith(kind: string): Promise<Set<string>> {
	const { api } = await stack();
	const rows = await (await api.table('wa_ledger')).rows();
	return new Set(rows.filter((row) => row.kind === kind).map((row) => String(row.message_id)));
}

describe('the whole loop in a real n8n', () => {
	it('runs from the packed package, which finds zod in n8n and nowhere else', async () => {
		const { state } = await stack();
		const installed = join(state.home, '.n8n/nodes/node_modules/n8n-nodes-whatsapp-cloud');
		expect(existsSync(join(installed, 'dist/nodes/WhatsAppCloud/WhatsAppCloud.node.js'))).toBe(
			true,
		);
		const lookedIn = createRequire(join(installed, 'package.json')).resolve.paths('zod') ?? [];
		expect(lookedIn.filter((folder) => existsSync(join(folder, 'zod')))).toEqual([]);
	});

	it('tests the credential against the account', async () => {
		const { api, state } = await stack();
		const credential = {
			id: state.setUp.credentialId,
			name: 'WhatsApp Cloud API',
			type: 'whatsAppCloudApi',
			data: { ...state.account, graphVersion: 'v25.0', privacyKey: '' },
		};
		expect(await api.testCredential(credential)).toMatchObject({ status: 'OK' });
		const wrongSecret = { ...credential, data: { ...credential.data, appSecret: 'x'.repeat(32) } };
		const refused = await api.testCredential(wrongSecret);
		expect(refused.status).toBe('Error');
		expect(refused.message).toMatch(/app secret/i);
	});

	it('publishes every workflow, and Meta knows the address of the receiver', async () => {
		const here = await stack();
		await publishAll(here.api, here.state.setUp);
		const config = JSON.stringify(await here.control('GET', 'config'));
		expect(config).toContain(await webhookUrl(here));
	});

	it('sends the campaign to everyone who opted in, and to nobody else', async () => {
		const { api, state, record } = await stack();
		const run = await api.run(state.setUp.workflows['scheduled-campaign'], 'Send now');
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const { messages } = await record();
		expect(messages).toHaveLength(OPTED_IN);
		const contacts = await (await api.table('wa_contacts')).rows();
		const allowed = contacts.filter((row) => row.opted_in).map((row) => row.phone);
		expect(messages.map(({ to }) => to.replace('+', '')).sort()).toEqual(allowed.sort());
	});

	it('sends nobody the same campaign twice', async () => {
		const { api, state, record } = await stack();
		await api.run(state.setUp.workflows['scheduled-campaign'], 'Send now');
		expect((await record()).messages).toHaveLength(OPTED_IN);
	});

	it.each(['accepted', 'sent', 'delivered', 'read', 'failed'])(
		'has the same messages as Meta in the ledger: %s',
		async (kind) => {
			const { idle, record } = await stack();
			await idle();
			const { messages } = await record();
			const expected = messages.filter(({ states }) => kind === 'accepted' || kind in states);
			await eventually(async () => {
				const found = await messagesWith(kind);
				expect([...found].sort()).toEqual(expected.map((one) => one.message_id).sort());
			});
		},
	);

	it('answers people, and honours STOP', async () => {
		const { api, control, record, state, idle } = await stack();
		const [stopper, asker] = (await record()).messages.map(({ to }) => to.replace('+', ''));
		const before = (await record()).messages.length;
		await control('POST', 'receive', { from: stopper, name: 'Ada', type: 'text', text: 'Stop' });
		await control('POST', 'receive', {
			from: asker,
			name: 'Ben',
			type: 'text',
			text: 'Open today?',
		});
		await eventually(async () => {
			expect((await record()).messages).toHaveLength(before + 2);
		});
		await eventually(async () => {
			const contacts = await (await api.table('wa_contacts')).rows();
			const optedIn = (phone: string) => contacts.find((row) => row.phone === phone)?.opted_in;
			expect([optedIn(stopper), optedIn(asker)]).toEqual([false, true]);
			expect((await messagesWith('received')).size).toBe(2);
			expect((await messagesWith('opted_out')).size).toBe(1);
		});
		await idle();
		const texts = JSON.stringify(await (await api.table('wa_ledger')).rows());
		expect(texts).not.toContain('Open today');
		expect(state.setUp.workflows['auto-reply']).toBeTruthy();
	});

	it('tells what it cost once there are rates, to the last decimal', async () => {
		const { api, state } = await stack();
		const { workflows } = state.setUp;
		const load = await api.run(workflows.rates, 'Start here');
		expect([load.status, load.error]).toEqual(['success', undefined]);
		// Twice is as good as once: the lines are replaced.
		await api.run(workflows.rates, 'Start here');
		const rates = await (await api.table('wa_rates')).rows();
		expect(rates).toHaveLength(8);

		const refresh = await api.run(workflows['report-refresh'], 'Refresh now');
		expect([refresh.status, refresh.error]).toEqual(['success', undefined]);
		const [{ report }] = refresh.items('Count and draw') as Array<{ report: { cost: Cost } }>;
		const campaign = report.cost.campaigns.find(({ name }) => name === 'Spring sale');
		const rows = await (await api.table('wa_ledger')).rows();
		const billed = new Set(
			rows
				.filter((row) => row.pricing_type === 'regular' && row.campaign === 'Spring sale')
				.map((row) => row.message_id),
		);
		expect(campaign?.paid).toBe(billed.size);
		expect(billed.size).toBeGreaterThan(40);
		// The example's price of a marketing message to Britain.
		const amount = new Decimal('0.7777').times(billed.size).toFixed();
		expect(campaign?.amounts).toEqual([{ currency: 'XTS', amount }]);
	});

	it('shows the figures on the dashboard, behind a sign-in', async () => {
		const here = await stack();
		const run = await here.api.run(here.state.setUp.workflows['report-refresh'], 'Refresh now');
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const { status, data, headers } = await openDashboard(here);
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('text/html');
		expect(data).toContain('Spring sale');
		expect(data).toContain('made-up currency');
		const anonymous = await openDashboard({
			...here,
			state: { ...here.state, dashboard: { user: 'nobody', password: 'guess' } },
		});
		expect(anonymous.status).toBe(401);
	});
});
