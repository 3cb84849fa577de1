import '../../support/quiet';
import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	Workflow,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { WhatsAppCloudCampaign } from '../../../nodes/WhatsAppCloudCampaign/WhatsAppCloudCampaign.node';
import { TEST_CREDENTIALS } from '../../support/engine';

const giver = (items: IDataObject[]): INodeType => ({
	description: {
		displayName: 'Giver',
		name: 'giver',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Giver' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((json) => ({ json }))],
});

const CREDENTIALS = { whatsAppCloudApi: { id: '1', name: 'Account' } };

/** Runs the node in n8n's real engine behind two nodes; without `ledger` nothing is connected to that input. */
export async function runCampaign(
	parameters: IDataObject,
	contacts: IDataObject[],
	ledger?: IDataObject[],
	withCredential = false,
) {
	const types: Record<string, INodeType> = {
		start: giver([{}]),
		contacts: giver(contacts),
		ledger: giver(ledger ?? []),
		campaign: new WhatsAppCloudCampaign(),
	};
	const nodes = Object.keys(types).map(
		(name): INode => ({
			id: name,
			name,
			type: name,
			typeVersion: 1,
			position: [0, 0],
			parameters: (name === 'campaign' ? parameters : {}) as INode['parameters'],
			...(name === 'campaign' && withCredential ? { credentials: CREDENTIALS } : {}),
		}),
	);
	const to = (node: string, index = 0) => ({ node, type: NodeConnectionTypes.Main, index });
	const connections = {
		start: { main: [[to('contacts'), ...(ledger ? [to('ledger')] : [])]] },
		contacts: { main: [[to('campaign')]] },
		...(ledger ? { ledger: { main: [[to('campaign', 1)]] } } : {}),
	};
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name) => types[name],
		getKnownTypes: () => ({}),
	};
	const settings = { executionOrder: 'v1' as const, timezone: 'Europe/Berlin' };
	const shared = { id: 'w1', name: 'Test', nodes, connections, active: false, settings };
	const workflow = new Workflow({ ...shared, nodeTypes });
	const additionalData = {
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async () => ({ ...TEST_CREDENTIALS }),
		},
		executionId: 'e1',
		restApiUrl: '',
		instanceBaseUrl: 'http://localhost:5678/',
		webhookBaseUrl: 'http://localhost:5678/webhook',
		webhookWaitingBaseUrl: 'http://localhost:5678/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost:5678/form-waiting',
		variables: {},
		currentNodeExecutionIndex: 0,
		hooks: new ExecutionLifecycleHooks('manual', 'e1', {
			...shared,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(),
			updatedAt: new Date(),
		}),
	} as unknown as IWorkflowExecuteAdditionalData;
	const startNode = workflow.getNode('start') ?? undefined;
	const run = await new WorkflowExecute(additionalData, 'manual').run({ workflow, startNode });
	const [task] = run.data.resultData.runData.campaign ?? [];
	return {
		outputs: (task?.data?.main ?? []).map((output) => (output ?? []).map(({ json }) => json)),
		paired: (task?.data?.main ?? []).map((output) =>
			(output ?? []).map(({ pairedItem }) => pairedItem),
		),
		error: task?.error ?? run.data.resultData.error,
		stored: JSON.stringify(run.data),
	};
}
