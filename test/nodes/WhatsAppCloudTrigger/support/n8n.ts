import '../../../support/quiet';
import 'reflect-metadata';
import { configureGlobalAxiosDefaults } from '@n8n/backend-network';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type INode,
	type INodeParameters,
	type INodeTypes,
	type IWebhookData,
	type IWebhookFunctions,
	type IWebhookDescription,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { WhatsAppCloudTrigger } from '../../../../nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node';

export type Request = ReturnType<IWebhookFunctions['getRequestObject']>;
export type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

// n8n does this when it starts; without it empty bodies and proxies behave differently.
configureGlobalAxiosDefaults();

const TYPE = 'n8n-nodes-whatsapp-cloud.whatsAppCloudTrigger';

export const trigger = new WhatsAppCloudTrigger();

export const credentials = {
	accessToken: 'not-a-real-token',
	appId: '1000',
	appSecret: 'not-a-real-app-secret',
	verifyToken: 'not-a-real-verify-token',
	businessAccountId: '2000',
	phoneNumberId: '3000',
	graphVersion: 'v25.0',
	baseUrl: 'http://127.0.0.1:9',
};

const nodeTypes = {
	getByName: () => trigger,
	getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(trigger, 2),
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;

export interface Setup {
	nodeId?: string;
	workflowId?: string;
	parameters?: INodeParameters;
	credentials?: Record<string, string> | Error;
	/** Origin of n8n's webhook addresses. */
	origin?: string;
}

function build({
	nodeId = 'n1',
	workflowId = 'w1',
	parameters = {},
	origin = 'https://n8n.example',
	...setup
}: Setup) {
	const data = setup.credentials ?? credentials;
	const node: INode = {
		id: nodeId,
		name: 'Trigger',
		type: TYPE,
		typeVersion: 2,
		position: [0, 0],
		webhookId: 'hook-id',
		parameters,
		credentials: { whatsAppCloudApi: { id: 'c1', name: 'WhatsApp' } },
	};
	const workflow = new Workflow({
		id: workflowId,
		name: 'w',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
	});
	const additionalData = {
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async () => (data instanceof Error ? await Promise.reject(data) : data),
			getCredentialsProperties: () => [],
			preAuthentication: async () => undefined,
			authenticate: async (
				{ accessToken }: { accessToken: string },
				_type: string,
				options: { headers?: object },
			) => ({
				...options,
				headers: { ...options.headers, Authorization: `Bearer ${accessToken}` },
			}),
		},
		webhookBaseUrl: `${origin}/webhook`,
		webhookTestBaseUrl: `${origin}/webhook-test`,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { node: workflow.getNode('Trigger') as INode, workflow, additionalData };
}

/** The node as n8n has it at run time, with defaults filled in. */
export const triggerNode = (setup: Setup): INode => build(setup).node;

function webhookData(name: string, additionalData: IWorkflowExecuteAdditionalData, isTest = false) {
	const webhookDescription = trigger.description.webhooks?.find((one) => one.name === name);
	return {
		httpMethod: name === 'setup' ? 'GET' : 'POST',
		node: 'Trigger',
		path: 'hook-id/webhook',
		webhookDescription: webhookDescription as IWebhookDescription,
		workflowId: 'w1',
		workflowExecuteAdditionalData: additionalData,
		isTest,
	} as IWebhookData;
}

/** The context n8n gives to `webhook()`, with real request and response objects in it. */
export function webhookContext(
	setup: Setup,
	req: Request,
	res: Response,
	mode: WorkflowExecuteMode = 'webhook',
) {
	const { node, workflow, additionalData } = build(setup);
	const name = req.method === 'GET' ? 'setup' : 'default';
	const data = { ...additionalData, httpRequest: req, httpResponse: res };
	return new WebhookContext(workflow, node, data, mode, webhookData(name, data), [], null);
}

/** The context n8n gives to `checkExists`, `create` and `delete`. */
export function hookContext(setup: Setup, listen: 'production' | 'test', deleting = false) {
	const { node, workflow, additionalData } = build(setup);
	const isTest = listen === 'test';
	const mode = deleting ? 'internal' : isTest ? 'manual' : 'trigger';
	const activation = deleting ? 'update' : isTest ? 'manual' : 'activate';
	const data = webhookData('default', additionalData, isTest);
	return new HookContext(workflow, node, additionalData, mode, activation, data);
}
