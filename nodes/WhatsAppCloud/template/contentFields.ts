import type { INodeProperties } from 'n8n-workflow';
import { additionalFields } from '../manage/customBody';
import { codeFields } from './codeFields';
import { textFields } from './textFields';

const category: INodeProperties = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{
			name: 'Authentication',
			value: 'AUTHENTICATION',
			description: 'One-time codes; the words are written by Meta',
		},
		{ name: 'Marketing', value: 'MARKETING', description: 'Offers and news' },
		{
			name: 'Utility',
			value: 'UTILITY',
			description: 'About something the person ordered, booked or asked for',
		},
	],
	default: 'UTILITY',
	description: 'Decides the price. Meta may put the template into another one.',
};

const more: INodeProperties[] = [
	{
		displayName: 'Click Tracking',
		name: 'clickTracking',
		type: 'boolean',
		default: true,
		description: 'Whether Meta counts taps on links for its template analytics',
	},
	{
		displayName: 'Message Validity (Seconds)',
		name: 'messageValidity',
		type: 'number',
		default: 600,
		description:
			'How long Meta tries to deliver: 30 to 900 for authentication, 30 to 43200 for utility, 43200 to 2592000 for marketing; -1 stands for 30 days, not for marketing',
	},
	{
		displayName: 'Offer Expires',
		name: 'offerExpires',
		type: 'boolean',
		default: true,
		description: 'Whether a countdown shows; its end is given when the template is sent',
	},
	{
		displayName: 'Offer Text',
		name: 'offerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ends soon!',
		description:
			'Makes it a limited-time offer: up to 16 characters, marketing only, with a coupon code button first and then a link',
	},
];

/** Everything that is the same when a template is created and when it is edited. */
export const contentFields: INodeProperties[] = [
	category,
	...textFields,
	...codeFields,
	additionalFields(...more),
];
