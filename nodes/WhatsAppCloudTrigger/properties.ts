import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from './options';

/**
 * All of these are static (`noDataExpression`): n8n reads them for every call, and an expression among them would cost
 * an isolate of its expression engine each time.
 */
export const properties: INodeProperties[] = [
	{
		displayName:
			'One trigger receives for all your workflows: let it hand events to sub-workflows. For more than about ten events a second set <code>N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true</code> for n8n: it makes this trigger about twenty times faster. To see how it is doing, open its production address with <code>?hub.mode=health&amp;hub.verify_token=YOUR_TOKEN</code>.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Webhook Address',
		name: 'webhookAddress',
		type: 'options',
		noDataExpression: true,
		default: 'businessAccount',
		description:
			'Where at Meta this trigger registers itself when the workflow is published. It never replaces an address that is not its own.',
		options: [
			{
				name: 'Business Account',
				value: 'businessAccount',
				description:
					'Messages and statuses of all numbers of the business account. Other accounts of the same Meta app stay as they are.',
			},
			{
				name: 'Phone Number',
				value: 'phoneNumber',
				description:
					'Messages and statuses of the numbers below, or of the one in the credential. Wins over the business account.',
			},
			{
				name: 'App',
				value: 'app',
				description:
					'Everything of the Meta app. The only one that gets template, account and alert events.',
			},
		],
	},
	{
		displayName:
			'Meta sends template, account and alert events to the app only. Choose Webhook Address: App to get those on the Account output. Opt-outs and calls arrive with either choice.',
		name: 'accountNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { webhookAddress: ['businessAccount', 'phoneNumber'] } },
	},
	{
		displayName: 'Acknowledge',
		name: 'acknowledge',
		type: 'options',
		noDataExpression: true,
		default: 'processed',
		description: 'When Meta is told that an event has arrived',
		options: [
			{
				name: 'When Processed',
				value: 'processed',
				description:
					'After the workflow has succeeded. If it does not, Meta sends the event again: nothing is lost. Keep the workflow short.',
			},
			{
				name: 'When Stored',
				value: 'stored',
				description:
					'As soon as n8n has stored the execution. Good for long workflows. A run that crashes later is kept by n8n, but not repeated by itself.',
			},
		],
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		default: ['messages', 'statuses', 'account'],
		description:
			'What to receive. Events that are not chosen are confirmed to Meta and start nothing.',
		options: [
			{
				name: 'Messages',
				value: 'messages',
				description: 'What people write, tap and react',
			},
			{
				name: 'Statuses',
				value: 'statuses',
				description: 'What became of the messages you sent',
			},
			{
				name: 'Account',
				value: 'account',
				description: 'Templates, numbers, limits, opt-outs, calls, groups',
			},
		],
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		noDataExpression: true,
		default: [],
		description: 'Which statuses to receive. Leave empty for all.',
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Played', value: 'played', description: 'Somebody listened to a voice message' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		displayOptions: { show: { events: ['statuses'] } },
	},
	{
		displayName: 'Phone Number IDs',
		name: 'phoneNumberIds',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. 106540352242922, 106540352242923',
		description:
			'IDs of your numbers whose events to receive, separated by commas. Leave empty for all.',
	},
	{
		displayName: 'Templates',
		name: 'templates',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. spring_sale, order_update',
		description:
			'Names of the templates whose account events to receive, separated by commas. Leave empty for all.',
		displayOptions: { show: { events: ['account'] } },
	},
	{
		displayName: 'Include Raw Event',
		name: 'includeRaw',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: "Whether to add Meta's original object to each item as <code>raw</code>",
	},
	{
		displayName: 'Test Event',
		name: 'simulatedEvent',
		type: 'options',
		noDataExpression: true,
		default: 'text',
		description:
			'What a test in the editor receives. A test changes nothing at Meta, so the published workflow goes on working; the item says whether it was simulated or replayed.',
		options: [
			{ name: 'Button Tap', value: 'button' },
			{
				name: 'Last Real Event',
				value: 'lastReal',
				description:
					'The last one this n8n received for this trigger since it started; a text message when there is none',
			},
			{ name: 'Message Delivered', value: 'delivered' },
			{ name: 'Message Failed', value: 'failed' },
			{ name: 'Opt-Out', value: 'optOut' },
			{ name: 'Picture', value: 'image' },
			{ name: 'Template Paused', value: 'templatePaused' },
			{ name: 'Text Message', value: 'text' },
		],
	},
	optionsField,
];
