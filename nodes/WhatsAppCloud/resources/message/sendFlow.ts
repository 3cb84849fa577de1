import type { INodeProperties } from 'n8n-workflow';
import { flowContent } from '../../../../core/message/interactive/flow';
import { assignedValues } from '../../assigned';
import { recipientFields, replyOptions } from '../../fields';
import { groupField, textField, textOf } from '../../form';
import { headerFields } from '../../header';
import { sending } from '../../send';
import { bodyField, footerField, frameOf } from '../../texts';

const startFields: INodeProperties[] = [
	{
		displayName: 'Start With',
		name: 'flowAction',
		type: 'options',
		options: [
			{
				name: 'Endpoint',
				value: 'data_exchange',
				description: 'Your endpoint is asked for the first screen',
			},
			{ name: 'Screen', value: 'navigate', description: 'A screen of the flow opens at once' },
		],
		default: 'navigate',
		description: 'What decides on the first screen',
	},
	{
		displayName: 'Screen',
		name: 'screen',
		type: 'string',
		default: '',
		placeholder: 'e.g. APPOINTMENT',
		description: "ID of the first screen. Left empty, the flow's own first screen opens.",
		displayOptions: { show: { flowAction: ['navigate'] } },
	},
	{
		displayName: 'Screen Data',
		name: 'screenData',
		type: 'assignmentCollection',
		default: {},
		description: 'Values that the first screen gets, by the names it declares',
		displayOptions: { show: { flowAction: ['navigate'] } },
	},
];

const settings: INodeProperties = {
	displayName: 'Flow Settings',
	name: 'flowSettings',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	options: [
		{
			displayName: 'Draft',
			name: 'draft',
			type: 'boolean',
			default: false,
			description: 'Whether to open the draft of a flow that is not published yet',
		},
		{
			displayName: 'Flow Token',
			name: 'reference',
			type: 'string',
			default: '',
			placeholder: 'e.g. booking-2041',
			description: 'Identifies this conversation to your flow; comes back with the answer',
		},
	],
};

export const sendFlow = sending({
	name: 'Send Flow',
	action: 'Send flow message',
	description: 'Send a form that opens inside WhatsApp',
	fields: [
		...recipientFields,
		{
			displayName: 'Flow By',
			name: 'flowBy',
			type: 'options',
			options: [
				{ name: 'ID', value: 'id' },
				{ name: 'Name', value: 'name' },
			],
			default: 'id',
			description: 'Whether the flow is given by its ID or by its name',
		},
		{
			displayName: 'Flow',
			name: 'flow',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1187430225991340',
			description: 'ID or name of the flow, from WhatsApp Manager',
		},
		bodyField,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Book a table',
			description: 'Up to 30 characters, without emoji',
		},
		...startFields,
		...headerFields(['document', 'image', 'text', 'video']),
		footerField,
		settings,
		replyOptions,
	],
	content: async (form) => {
		const { draft, reference } = groupField(form, 'flowSettings');
		const isExchange = textField(form, 'flowAction') === 'data_exchange';
		return flowContent(await frameOf(form), {
			[textField(form, 'flowBy') === 'name' ? 'name' : 'id']: textField(form, 'flow'),
			cta: textField(form, 'buttonText'),
			token: textOf(reference),
			draft: draft === true,
			action: isExchange ? 'data_exchange' : 'navigate',
			screen: textField(form, 'screen'),
			data: assignedValues(groupField(form, 'screenData')),
		});
	},
});
