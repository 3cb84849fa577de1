import type { INodeProperties } from 'n8n-workflow';

const filter = (name: string, displayName: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description: `${description}. Empty: only those without one.`,
});

const compare: INodeProperties = {
	displayName: 'Compare',
	name: 'compare',
	type: 'options',
	default: 'previousPeriod',
	description: 'What to put side by side, with a test whether chance alone explains the difference',
	options: [
		{
			name: 'Period Before',
			value: 'previousPeriod',
			description: 'The period and as much time before it',
		},
		{
			name: 'Versions',
			value: 'variants',
			description: 'The two largest versions of the messages; choose a campaign or template too',
		},
	],
};

const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description:
		'Clock by which days and hours are counted. Leave empty for the time zone of the workflow.',
};

const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Bakery newsletter',
	description: 'Heading of the report and the page',
};

const query: INodeProperties = {
	displayName: 'Query of the Page',
	name: 'query',
	type: 'json',
	default: '{}',
	description:
		'What the address of the page asks for: the query that a Webhook node received, or {} for nothing. With this option the page links to itself with other periods and filters, and the result has a text "cells" from which those pages can be drawn.',
};

const rates: INodeProperties = {
	displayName: 'Rates',
	name: 'rates',
	type: 'json',
	default: '[]',
	description:
		'Lines of your rate table (wa_rates), to tell what messages cost: a list of objects with country, category, price, currency and valid_from',
};

const options = (...more: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [compare, ...more, rates, timeZone, title],
});

/** What a report is about: shared by Report and Dashboard. */
const shared: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		default: 'allTime',
		description: 'Messages count by when they were sent, whatever happened to them later',
		options: [
			{ name: 'All Time', value: 'allTime' },
			{ name: 'Custom', value: 'custom' },
			{ name: 'Last 24 Hours', value: 'last24Hours' },
			{ name: 'Last 30 Days', value: 'last30Days' },
			{ name: 'Last 7 Days', value: 'last7Days' },
		],
	},
	{
		displayName: 'Start',
		name: 'start',
		type: 'dateTime',
		default: '',
		description: 'Beginning of the period. Leave empty to begin with the first message.',
		displayOptions: { show: { period: ['custom'] } },
	},
	{
		displayName: 'End',
		name: 'end',
		type: 'dateTime',
		default: '',
		description: 'End of the period, itself not included. Leave empty for now.',
		displayOptions: { show: { period: ['custom'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		description: 'Count only some of the messages',
		options: [
			filter('campaign', 'Campaign', 'Name of the campaign'),
			filter('category', 'Category', 'Category of the template, such as marketing or utility'),
			filter('country', 'Country', 'Country of the recipient’s number, two letters'),
			filter('language', 'Language', 'Language of the template, such as en_US'),
			filter('phone_number_id', 'Phone Number ID', 'Your number the messages went through'),
			filter('template', 'Template', 'Name of the template'),
			filter('variant', 'Version', 'Which of several versions of a campaign'),
		],
	},
];

export const reportFields: INodeProperties[] = [...shared, options()];
export const dashboardFields: INodeProperties[] = [...shared, options(query)];
