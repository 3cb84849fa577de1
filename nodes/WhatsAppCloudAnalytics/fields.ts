import type { INodeProperties } from 'n8n-workflow';

/** What a report is about: shared by Report and Dashboard. */
export const reportFields: INodeProperties[] = [
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
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Berlin',
				description:
					'Clock by which days and hours are counted. Leave empty for the time zone of the workflow.',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. Bakery newsletter',
				description: 'Heading of the report and the page',
			},
		],
	},
];
