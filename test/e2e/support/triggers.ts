import { randomUUID } from 'node:crypto';
import type { WorkflowNode } from '../../../scripts/runtime/n8nApi';
import type { WhatsAppAccount } from '../../../scripts/runtime/setUp';
import { eventually } from './eventually';
import type { Stack } from './stack';

const NAME = 'WhatsApp Cloud Trigger';

/** A workflow that is nothing but a trigger. */
export interface TriggerWorkflow {
	id: string;
	/** The production address. */
	url: string;
	/** Throws with n8n's own words when it cannot be published. */
	publish: () => Promise<void>;
	unpublish: () => Promise<void>;
	/** Deletes the workflow as a builder does: into the archive, then for good. */
	remove: () => Promise<void>;
	/** Changes the workflow without publishing it. */
	edit: (change: { name?: string; parameters?: Record<string, unknown> }) => Promise<void>;
	/** "Listen for test event". */
	listen: () => Promise<{ waitingForWebhook?: boolean }>;
	/** Everything that left the trigger so far, of all runs. */
	items: () => Promise<Array<Record<string, unknown>>>;
}

export async function makeCredential(
	{ api }: Stack,
	account: WhatsAppAccount,
): Promise<{ id: string; name: string }> {
	return await api.createCredential(
		`WhatsApp ${account.businessAccountId} ${randomUUID()}`,
		'whatsAppCloudApi',
		{ graphVersion: 'v25.0', privacyKey: '', allowedHttpRequestDomains: 'all', ...account },
	);
}

/** Makes a workflow with a trigger that uses the credential, not yet published. */
export async function makeTrigger(
	{ api, state }: Stack,
	credential: { id: string; name: string },
	parameters: Record<string, unknown> = {},
): Promise<TriggerWorkflow> {
	const webhookId = randomUUID();
	const node: WorkflowNode = {
		id: randomUUID(),
		name: NAME,
		type: 'n8n-nodes-whatsapp-cloud.whatsAppCloudTrigger',
		typeVersion: 2,
		position: [0, 0],
		parameters,
		credentials: { whatsAppCloudApi: credential },
		webhookId,
	};
	const workflow = {
		name: `Trigger ${webhookId}`,
		nodes: [node],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
	const { id } = await api.createWorkflow(workflow);
	return {
		id,
		url: `${state.doorUrl}/webhook/${webhookId}/webhook`,
		publish: async () => await api.publish(id),
		unpublish: async () => await api.unpublish(id),
		async remove() {
			await api.call('POST', `/workflows/${id}/archive`, {});
			// n8n refuses until it has unpublished the workflow.
			await eventually(async () => await api.call('DELETE', `/workflows/${id}`));
		},
		async edit({ name = workflow.name, parameters: changed = parameters }) {
			const nodes = [{ ...node, parameters: changed }];
			await api.updateWorkflow(id, { ...workflow, name, nodes });
		},
		async listen() {
			const workflowData = await api.workflow(id);
			return await api.call('POST', `/workflows/${id}/run`, {
				workflowData,
				startNodes: [],
				triggerToStartFrom: { name: NAME },
			});
		},
		async items() {
			const runs = await api.executions(id);
			const all = [];
			for (const run of runs.reverse()) all.push(...(await api.execution(run.id)).items(NAME));
			return all;
		},
	};
}

/** Runs one operation of the node WhatsApp Cloud in a workflow of its own, and gives its items. */
export async function runOperation(
	{ api }: Stack,
	credential: { id: string; name: string },
	parameters: Record<string, unknown>,
): Promise<Array<Record<string, unknown>>> {
	const { id } = await api.createWorkflow({
		name: `Operation ${randomUUID()}`,
		nodes: [
			{
				id: 'a',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'b',
				name: 'Do',
				type: 'n8n-nodes-whatsapp-cloud.whatsAppCloud',
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: { whatsAppCloudApi: credential },
			},
		],
		connections: { Start: { main: [[{ node: 'Do', type: 'main', index: 0 }]] } },
	});
	const run = await api.run(id, 'Start');
	expect([run.status, run.error]).toEqual(['success', undefined]);
	return run.items('Do');
}
