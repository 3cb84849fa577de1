import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { credentialTest } from '../shared/credentialTest';
import { properties } from './properties';
import { isRegistered, register, unregister } from './registration';
import { responseModeField } from './responseMode';
import { isTestAddress, sendTestEvent } from './simulate';
import { dropState, stateKey } from './state';
import { receive } from './webhook';

/** "Listen for test event" in the editor. */
const isTest = (context: IHookFunctions) => context.getMode() === 'manual';

export class WhatsAppCloudTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud Trigger',
		name: 'whatsAppCloudTrigger',
		icon: {
			light: 'file:../../icons/whatsAppCloud.svg',
			dark: 'file:../../icons/whatsAppCloud.dark.svg',
		},
		group: ['trigger'],
		// n8n evaluates an expression for every call of a version 1 node, which costs an isolate each time.
		version: 2,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description:
			'Starts when somebody writes to your WhatsApp number, when the status of a sent message changes, or when Meta reports something about your account',
		defaults: { name: 'WhatsApp Cloud Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Message', 'Status', 'Account'],
		credentials: [{ name: 'whatsAppCloudApi', required: true, testedBy: 'whatsAppCloudApiTest' }],
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseData: 'noData',
				...responseModeField(),
			},
		],
		properties,
	};

	methods = { credentialTest };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return isTest(this) ? false : await isRegistered(this);
			},

			async create(this: IHookFunctions): Promise<boolean> {
				if (isTest(this)) await sendTestEvent(this);
				else await register(this);
				return true;
			},

			/** n8n calls it in the same way for unpublishing, for re-publishing and after a test; only the address differs. */
			async delete(this: IHookFunctions): Promise<boolean> {
				const url = this.getNodeWebhookUrl('default') ?? '';
				if (isTestAddress(url)) return true;
				dropState(stateKey(this.getWorkflow().id, this.getNode().id), url);
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
