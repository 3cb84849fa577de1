import type { INodeProperties } from 'n8n-workflow';

const forButton = (...type: string[]) => ({ show: { type } });

/** One button of a template or of a card. */
export const buttonFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Call on WhatsApp', value: 'VOICE_CALL' },
			{ name: 'Call Phone Number', value: 'PHONE_NUMBER' },
			{ name: 'Copy Coupon Code', value: 'COPY_CODE' },
			{ name: 'Open Catalog', value: 'CATALOG' },
			{ name: 'Open Flow', value: 'FLOW' },
			{ name: 'Open Link', value: 'URL' },
			{ name: 'Open Product List', value: 'MPM' },
			{ name: 'Quick Reply', value: 'QUICK_REPLY' },
		],
		default: 'QUICK_REPLY',
		description: 'What a tap does',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Track my order',
		description: 'Up to 25 characters',
		displayOptions: { hide: { type: ['COPY_CODE'] } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/orders/{{1}}',
		description: 'Whole address; {{1}} at its end is filled in when the template is sent',
		displayOptions: forButton('URL'),
	},
	{
		displayName: 'URL Example',
		name: 'urlExample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2041',
		description: 'What reviewers see in place of {{1}}',
		displayOptions: forButton('URL'),
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +1 555 123 4567',
		description: 'Number to call, with country code, up to 20 characters',
		displayOptions: forButton('PHONE_NUMBER'),
	},
	{
		displayName: 'Coupon Code Example',
		name: 'couponExample',
		type: 'string',
		default: '',
		placeholder: 'e.g. SPRING25',
		description: 'Up to 20 characters; the real code is filled in when the template is sent',
		displayOptions: forButton('COPY_CODE'),
	},
	{
		displayName: 'Flow ID',
		name: 'flowId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1013859600285441',
		description: 'ID of a published flow',
		displayOptions: forButton('FLOW'),
	},
];
