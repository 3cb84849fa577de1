import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

export interface TriggerOptions {
	downloadMedia: boolean;
	ignoreEchoes: boolean;
	leaveOutContent: boolean;
	/** 0 means any age. */
	maxAgeMinutes: number;
	mediaSizeLimitMb: number;
}

const DEFAULTS: TriggerOptions = {
	downloadMedia: false,
	ignoreEchoes: false,
	leaveOutContent: false,
	maxAgeMinutes: 0,
	mediaSizeLimitMb: 16,
};

/** Never add an option named `binaryData`: n8n reads it for itself. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	noDataExpression: true,
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Download Media',
			name: 'downloadMedia',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to fetch the files of messages at once, into the binary field <code>data</code>. Off by default, because Meta and messages that come later wait less without it: the operation Media > Download can fetch a file for 30 days. What cannot be fetched is told in <code>media_note</code> and stops nothing.',
		},
		{
			displayName: 'Drop Events Older Than (Minutes)',
			name: 'maxAgeMinutes',
			type: 'number',
			noDataExpression: true,
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'After an outage Meta delivers what it kept, up to seven days old. Older events are confirmed and start nothing, statuses included. 0 drops none.',
		},
		{
			displayName: 'Ignore Own Echoes',
			name: 'ignoreEchoes',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to ignore messages that you wrote yourself, for example in the WhatsApp Business app',
		},
		{
			displayName: 'Leave Out Content',
			name: 'leaveOutContent',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to pass on who, when and which type only. Texts, captions, names, file names, places, orders, contacts, form answers, files and the raw event are left out; IDs stay.',
		},
		{
			displayName: 'Media Size Limit (MB)',
			name: 'mediaSizeLimitMb',
			type: 'number',
			noDataExpression: true,
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 16,
			description: 'Bigger files are not downloaded at once; their media ID is there all the same',
		},
	],
};

/** What the builder chose, with defaults for the rest. */
export const optionsOf = (context: IWebhookFunctions): TriggerOptions => ({
	...DEFAULTS,
	...(context.getNodeParameter('options', {}) as Partial<TriggerOptions>),
});
