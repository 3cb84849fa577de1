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

export class WhatsAppCloudAnalytics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud Analytics',
		name: 'whatsAppCloudAnalytics',
		icon: {
			light: 'file:../../icons/whatsAppCloud.svg',
			dark: 'file:../../icons/whatsAppCloud.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { toLedgerRows: "To Ledger Rows", condenseRows: "Condense Rows", pickKept: "Pick Kept Rows", readSummaries: "Read Summaries", summarise: "Summarise Rows", report: "Get Report", dashboard: "Get Dashboard", explain: "Explain Message" }[$parameter["operation"]] }}',
		description: 'Keep a ledger of your WhatsApp messages and see what happened to them',
		defaults: { name: 'WhatsApp Cloud Analytics' },
		// A report is small and plain JSON, so an agent can answer "how did the campaign go?" when it hands the rows in.
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'whatsAppCloudApi',
				required: false,
				testedBy: 'whatsAppCloudApiTest',
				// Only for its privacy key: with it the rows of the ledger are protected, and people found in them.
				displayOptions: { show: { operation: ['toLedgerRows', 'explain'] } },
			},
		],
		properties,
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await runOperation(this)];
	}
}
