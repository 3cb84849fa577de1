import { setTimeout as wait } from 'node:timers/promises';
import type { N8nApi } from '../../scripts/runtime/n8nApi';
import { killAndRestart, stack, type EmulatorRecord } from './support/stack';

jest.setTimeout(600_000);

const KINDS = ['accepted', 'sent', 'delivered', 'read', 'failed'];
const KILLS = 3;

/** A new campaign name is a new campaign. */
async function renameCampaign(api: N8nApi, id: string, campaign: string): Promise<void> {
	const workflow = await api.workflow(id);
	const settings = workflow.nodes.find(({ name }) => name === 'Campaign settings');
	const { assignments } = settings?.parameters.assignments as {
		assignments: Array<{ name: string; value: string }>;
	};
	const field = assignments.find(({ name }) => name === 'campaign');
	if (field) field.value = campaign;
	await api.updateWorkflow(id, workflow);
}

/** The emulator's own record: message IDs by state. */
function truth({ messages }: EmulatorRecord): Record<string, string[]> {
	const ids = (kind: string) =>
		messages
			.filter(({ states }) => kind === 'accepted' || kind in states)
			.map(({ message_id }) => message_id)
			.sort();
	return Object.fromEntries(KINDS.map((kind) => [kind, ids(kind)]));
}

it('n8n is killed while statuses stream in; after redelivery nothing is lost or counted twice', async () => {
	const here = await stack();
	const { workflows } = here.state.setUp;
	await here.control('PATCH', 'settings', {
		delays_ms: { sent: [500, 4000], delivered: [1000, 8000], read: [1000, 12000] },
		retry: { first_ms: 500, factor: 1.5, max_ms: 5000 },
	});
	await renameCampaign(here.api, workflows['scheduled-campaign'], 'Crash test');
	const run = await here.api.run(workflows['scheduled-campaign'], 'Send now');
	expect([run.status, run.error]).toEqual(['success', undefined]);

	for (let kill = 0; kill < KILLS; kill++) {
		await wait(1500);
		await killAndRestart(500);
	}
	const after = await stack();
	await after.idle(240_000);
	const { webhooks } = await after.record();
	expect(webhooks.pending).toBe(0);
	// Otherwise no call met a dead n8n, and the test has shown nothing.
	expect(webhooks.attempts).toBeGreaterThan(webhooks.delivered);

	const expected = truth(await after.record());
	const rows = await (await after.api.table('wa_ledger')).rows();
	const ours = new Set(expected.accepted);
	const found = Object.fromEntries(
		KINDS.map((kind) => {
			const ids = rows.filter((row) => row.kind === kind).map((row) => String(row.message_id));
			return [kind, [...new Set(ids)].filter((id) => ours.has(id)).sort()];
		}),
	);
	expect(found).toEqual(expected);

	const refresh = await after.api.run(workflows['report-refresh'], 'Refresh now');
	const [{ report }] = refresh.items('Count and draw') as Array<{
		report: { campaigns: Array<{ name: string; counts: Record<string, number> }> };
	}>;
	const campaign = report.campaigns.find(({ name }) => name === 'Crash test');
	const judge = (await after.record()) as EmulatorRecord & {
		by_campaign: Record<string, Record<string, number>>;
	};
	const { accepted, sent, delivered, read, failed } = judge.by_campaign['Crash test'];
	// Meta may skip a step: whoever read it has got it, and whoever got it was sent it.
	expect(campaign?.counts).toMatchObject({ accepted, sent, delivered, read, failed });
});
