import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { withAttachments } from '../shared/attachments';
import { credentialTest } from '../shared/credentialTest';
import { resourceProperties } from '../shared/operation';
import { runOperations } from '../shared/router';
import { searchAllTemplates } from './listSearch/searchAllTemplates';
import { searchFlows } from './listSearch/searchFlows';
import { searchGroups } from './listSearch/searchGroups';
import { searchPhoneNumbers } from './listSearch/searchPhoneNumbers';
import { searchQrCodes } from './listSearch/searchQrCodes';
import { searchTemplates } from './listSearch/searchTemplates';
import { getTemplateVariables } from './resourceMapping/getTemplateVariables';
import { concurrencyOf } from './pace';
import { resources } from './resources';

export class WhatsAppCloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud',
		name: 'whatsAppCloud',
		icon: {
			light: 'file:../../icons/whatsAppCloud.svg',
			dark: 'file:../../icons/whatsAppCloud.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: "Send WhatsApp messages through Meta's Cloud API and see what became of each",
		defaults: { name: 'WhatsApp Cloud' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppCloudApi', required: true, testedBy: 'whatsAppCloudApiTest' }],
		properties: resourceProperties(resources, 'message'),
	};

	methods = {
		credentialTest,
		listSearch: {
			searchAllTemplates,
			searchFlows,
			searchGroups,
			searchPhoneNumbers,
			searchQrCodes,
			searchTemplates,
		},
		resourceMapping: { getTemplateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const concurrency = concurrencyOf(this.getNode());
		return withAttachments(await runOperations(this, resources, { concurrency }));
	}
}
