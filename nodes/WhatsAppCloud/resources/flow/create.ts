import type { INodeProperties } from 'n8n-workflow';
import { flowFaults } from '../../../../core/management/flow';
import { given, required } from '../../../../core/message/required';
import { textField, textOf } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields, additionalOf } from '../../manage/customBody';
import {
	categoriesField,
	categoriesOf,
	endpointField,
	endpointOf,
	flowJsonOf,
} from '../../manage/flow';
import { accountOf } from '../../manage/ids';

const more: INodeProperties[] = [
	{
		displayName: 'Clone Flow ID',
		name: 'cloneFlowId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1013859600285441',
		description: 'ID of a flow whose JSON the new one begins with',
	},
	endpointField,
	{
		displayName: 'Flow JSON',
		name: 'flowJson',
		type: 'json',
		typeOptions: { rows: 8 },
		default: '{}',
		description: 'Its screens, as the Flow Builder exports them',
	},
	{
		displayName: 'Publish',
		name: 'publish',
		type: 'boolean',
		default: false,
		description: 'Whether to publish it at once; its JSON cannot be changed after that',
	},
];

export const create = calling({
	name: 'Create',
	action: 'Create flow',
	description: 'Make a draft of a form that opens inside WhatsApp',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Book a table',
			description: 'No other flow of the account has it',
		},
		categoriesField,
		additionalFields(...more),
	],
	request: (form) => {
		const { context, item, services } = form;
		const { cloneFlowId, endpointUri, flowJson, publish } = additionalOf(form);
		const name = required('Name', textField(form, 'name')).trim();
		services.facts.name = name;
		const body = given({
			name,
			categories: categoriesOf(context.getNodeParameter('categories', item, [])),
			clone_flow_id: textOf(cloneFlowId).trim(),
			endpoint_uri: endpointUri && endpointOf(endpointUri),
			flow_json: flowJson && flowJsonOf(flowJson),
			publish: publish === true ? true : undefined,
		});
		return { method: 'POST', path: `/${accountOf(form)}/flows`, body };
	},
	result: ({ id, validation_errors }, { services }) => ({
		flow_id: id,
		name: services.facts.name,
		validation_errors: flowFaults(validation_errors),
	}),
});
