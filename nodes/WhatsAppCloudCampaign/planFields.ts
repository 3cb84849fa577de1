import type { INodeProperties } from 'n8n-workflow';
import { contactFields } from './fields';

export const planFields: INodeProperties[] = [
	{
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Spring sale 2027',
		description: 'Name of the campaign. Nobody gets the same campaign twice.',
	},
	{
		displayName: 'Template Category',
		name: 'category',
		type: 'options',
		default: 'marketing',
		description: 'Category the template has at Meta. Marketing always needs an opt-in.',
		options: [
			{ name: 'Authentication', value: 'authentication' },
			{ name: 'Marketing', value: 'marketing' },
			{ name: 'Utility', value: 'utility' },
		],
	},
	contactFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Default Country Code',
				name: 'defaultCountryCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 49',
				description: 'Calling code for numbers that are written as inside the country',
			},
			{
				displayName: 'Frequency Cap: Days',
				name: 'capDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 7,
				description: 'In how many days the cap counts',
			},
			{
				displayName: 'Frequency Cap: Messages',
				name: 'capMessages',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 2,
				description: 'How many campaign messages one person gets at most. 0 for no cap.',
			},
			{
				displayName: 'Give Up Waiting After (Hours)',
				name: 'unknownForHours',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'After how many hours without any status an unanswered message may be sent again. 0 for never. Meta may deliver late, so a person could get it twice.',
			},
			{
				displayName: 'Messages per Second',
				name: 'perSecond',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 80,
				description: 'Pace of the sending, for the expected duration',
			},
			{
				displayName: 'Messaging Limit',
				name: 'messagingLimit',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'How many people Meta lets you begin with in 24 hours, as WhatsApp Manager shows it. 0 when there is none.',
			},
			{
				displayName: 'Quiet From',
				name: 'quietFrom',
				type: 'string',
				default: '21:00',
				description:
					'When quiet hours begin, by the clock of each person. Needs Quiet Until as well.',
			},
			{
				displayName: 'Quiet Until',
				name: 'quietUntil',
				type: 'string',
				default: '08:00',
				description: 'When quiet hours end, by the clock of each person. Needs Quiet From as well.',
			},
			{
				displayName: 'Retry Failed',
				name: 'retryFailed',
				type: 'boolean',
				default: false,
				description:
					'Whether to plan again those whose message was refused or failed for a reason that passes',
			},
			{
				displayName: 'Unreachable After',
				name: 'unreachableAfter',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 1,
				description:
					'How many undeliverable messages in a row (131026) make a person unreachable. 0 for never.',
			},
			{
				displayName: 'Variants',
				name: 'variants',
				type: 'string',
				default: '',
				placeholder: 'e.g. A: 50, B: 50',
				description: 'Versions to compare, each with its share. A person always gets the same one.',
			},
		],
	},
];
