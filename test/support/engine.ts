import './quiet';
import 'reflect-metadata';
import { configureGlobalAxiosDefaults } from '@n8n/backend-network';
import {
	CredentialTestContext,
	ExecutionLifecycleHooks,
	HookContext,
	LoadOptionsContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type ExecutionError,
	type IBinaryKeyData,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { WhatsAppCloudApi } from '../../credentials/WhatsAppCloudApi.credentials';

// n8n does this when it starts; without it empty bodies and proxies behave differently.
configureGlobalAxiosDefaults();

/** Obviously fictitious, and distinctive enough to be found wherever it leaks. */
export const TEST_CREDENTIALS = {
	accessToken: 'test-access-token-0001',
	appId: '700000000000001',
	appSecret: 'test-app-secret-0001',
	verifyToken: 'test-verify-token-0001',
	businessAccountId: '800000000000001',
	phoneNumberId: '900000000000001',
	privacyKey: 'test-privacy-key-0001',
	graphVersion: 'v25.0',
	baseUrl: 'http://127.0.0.1:1',
};

export type TestCredentials = typeof TEST_CREDENTIALS;

/** Everything in the credential that must never come out again. */
export const secretsOf = ({ accessToken, appSecret, verifyToken, privacyKey }: TestCredentials) => [
	accessToken,
	appSecret,
	verifyToken,
	privacyKey,
];

export interface EngineOptions {
	credentials?: Partial<TestCredentials>;
	parameters?: IDataObject;
	/** Files of the items, in their order. */
	binary?: (IBinaryKeyData | undefined)[];
	/** The node's own settings: onError, retryOnFail, maxTries, webhookId … */
	settings?: Partial<INode>;
}

const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

function build(nodeType: INodeType, items: IDataObject[], options: EngineOptions) {
	const credentials = { ...TEST_CREDENTIALS, ...options.credentials };
	const seen = { decrypted: 0, requests: [] as IHttpRequestOptions[] };
	const { version } = nodeType.description;
	const nodes: INode[] = [
		{
			id: '1',
			name: 'Start',
			type: 'test.start',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		{
			id: '2',
			name: 'Node',
			type: 'test.node',
			typeVersion: Array.isArray(version) ? Math.max(...version) : version,
			position: [0, 0],
			parameters: (options.parameters ?? {}) as INode['parameters'],
			credentials: { whatsAppCloudApi: { id: '1', name: 'Account' } },
			...options.settings,
		},
	];
	const connections = {
		Start: { main: [[{ node: 'Node', type: NodeConnectionTypes.Main, index: 0 }]] },
	};
	const given: INodeType = {
		...start,
		execute: async () => [items.map((json, at) => ({ json, binary: options.binary?.[at] }))],
	};
	const types: Record<string, INodeType> = { 'test.start': given, 'test.node': nodeType };
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, wanted) => NodeHelpers.getVersionedNodeType(types[name], wanted),
		getKnownTypes: () => ({}),
	};
	const credentialsHelper = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => {
			seen.decrypted++;
			return { ...credentials };
		},
		preAuthentication: async () => undefined,
		authenticate: async (data: IDataObject, _type: string, request: IHttpRequestOptions) => {
			const authenticated = await new WhatsAppCloudApi().authenticate(
				data as Parameters<WhatsAppCloudApi['authenticate']>[0],
				request,
			);
			seen.requests.push(authenticated);
			return authenticated;
		},
		getCredentialsProperties: () => new WhatsAppCloudApi().properties,
	};
	const settings = { executionOrder: 'v1' as const };
	const shared = { id: 'w1', name: 'Test', nodes, connections, active: false, settings };
	const workflow = new Workflow({ ...shared, nodeTypes });
	const base = 'http://localhost:5678';
	const additionalData = {
		credentialsHelper,
		executionId: 'e1',
		restApiUrl: '',
		variables: {},
		currentNodeExecutionIndex: 0,
		instanceBaseUrl: `${base}/`,
		webhookBaseUrl: `${base}/webhook`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		formBaseUrl: `${base}/form`,
		formTestBaseUrl: `${base}/form-test`,
		formWaitingBaseUrl: `${base}/form-waiting`,
		hooks: new ExecutionLifecycleHooks('manual', 'e1', {
			...shared,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(),
			updatedAt: new Date(),
		}),
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, additionalData, node: nodes[1], seen, credentials };
}

export interface NodeRun {
	/** What left each output. */
	outputs: INodeExecutionData[][];
	error?: ExecutionError;
	hints: NodeExecutionHint[];
	status: string;
	/** How often the credential was decrypted. */
	decrypted: number;
	/** What n8n's HTTP helper was asked for, after the credential was applied. */
	requests: IHttpRequestOptions[];
	/** Everything n8n would store for this execution. */
	stored: string;
}

/** A run that can be stopped from outside, as the Stop button does. */
export interface RunningNode extends Promise<NodeRun> {
	cancel: () => void;
}

/** Runs one node in n8n's real engine, in this process, with real HTTP. */
export function runNode(
	nodeType: INodeType,
	items: IDataObject[],
	options: EngineOptions = {},
): RunningNode {
	const { workflow, additionalData, seen } = build(nodeType, items, options);
	const startNode = workflow.getNode('Start') ?? undefined;
	const running = new WorkflowExecute(additionalData, 'manual').run({ workflow, startNode });
	const finished = running.then((run): NodeRun => {
		const tasks = run.data.resultData.runData.Node ?? [];
		const task = tasks[tasks.length - 1];
		return {
			outputs: (task?.data?.main ?? []).map((output) => output ?? []),
			error: task?.error ?? run.data.resultData.error,
			hints: task?.hints ?? [],
			status: run.status,
			decrypted: seen.decrypted,
			requests: seen.requests,
			stored: JSON.stringify(run.data),
		};
	});
	return Object.assign(finished, { cancel: () => running.cancel() });
}

/** `this` of a list search or load-options method. */
export function loadOptionsContext(nodeType: INodeType, options: EngineOptions = {}) {
	const { workflow, node, additionalData } = build(nodeType, [], options);
	return new LoadOptionsContext(workflow, node, additionalData, '');
}

/** `this` of a trigger's checkExists, create and delete. */
export function hookContext(
	nodeType: INodeType,
	options: EngineOptions = {},
	mode: 'trigger' | 'manual' = 'trigger',
) {
	const { workflow, node, additionalData } = build(nodeType, [], options);
	const [description] = nodeType.description.webhooks ?? [];
	const webhook = {
		httpMethod: 'POST',
		node: 'Node',
		path: 'p',
		webhookDescription: description,
		workflowId: 'w1',
	};
	return new HookContext(
		workflow,
		node,
		additionalData,
		mode,
		mode === 'manual' ? 'manual' : 'activate',
		webhook as ConstructorParameters<typeof HookContext>[5],
	);
}

/** `this` of a trigger's webhook function. `request` and `response` are what Express would hand in. */
export function webhookContext(
	nodeType: INodeType,
	request: object,
	response: object,
	options: EngineOptions = {},
) {
	const { workflow, node, additionalData } = build(nodeType, [], options);
	const [description] = nodeType.description.webhooks ?? [];
	const webhook = {
		httpMethod: 'POST',
		node: 'Node',
		path: 'p',
		webhookDescription: description,
		workflowId: 'w1',
	};
	return new WebhookContext(
		workflow,
		node,
		{
			...additionalData,
			httpRequest: request,
			httpResponse: response,
		} as IWorkflowExecuteAdditionalData,
		'webhook',
		webhook as ConstructorParameters<typeof WebhookContext>[4],
		[],
		null,
	);
}

/** `this` of a credential test. */
export function credentialTestContext(options: EngineOptions = {}) {
	return new CredentialTestContext(build(start, [], options).additionalData);
}
