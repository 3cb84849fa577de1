import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { credentialTest } from '../shared/credentialTest';
import { properties } from './operations';
import { runOperation } from './run';

export class WhatsAppCloudCampaign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud Campaign',
		name: 'whatsAppCloudCampaign',
		icon: {
			light: 'file:../../icons/whatsAppCloud.svg',
			dark: 'file:../../icons/whatsAppCloud.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { plan: "Plan", check: "Check Consent", proof: "Prove Consent", recordOptIn: "Record Opt-In", recordOptOut: "Record Opt-Out" }[$parameter["operation"]] }}',
		description: 'Decide who may get which WhatsApp message, and keep the proof of consent',
		defaults: { name: 'WhatsApp Cloud Campaign' },
		// An agent can record an opt-out that somebody asked for in a conversation.
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		inputNames: ['Contacts', 'Ledger'],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Send', 'Skipped', 'Summary'],
		credentials: [
			{
				name: 'whatsAppCloudApi',
				// Only for its privacy key, which the rows of the ledger may be protected with.
				required: false,
				testedBy: 'whatsAppCloudApiTest',
			},
		],
		properties,
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this);
	}
}
