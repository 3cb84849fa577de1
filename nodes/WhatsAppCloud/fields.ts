import type { INodeProperties } from 'n8n-workflow';

export const toField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +1 555 123 4567',
	description:
		'Phone number with country code, however it is written, or a WhatsApp user ID such as US.13491208655302741918',
};

const campaign: INodeProperties = {
	displayName: 'Campaign',
	name: 'campaign',
	type: 'string',
	default: '',
	placeholder: 'e.g. spring-sale',
	description: 'Name under which reports count this message. Recipients do not see it.',
};

const defaultCountryCode: INodeProperties = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. 49',
	description:
		'Country calling code for numbers written as inside the country, starting with a single 0. Without it such numbers are refused.',
};

const messagesPerSecond: INodeProperties = {
	displayName: 'Messages per Second',
	name: 'messagesPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1000 },
	default: 80,
	description:
		'How many messages at most leave this phone number in a second, shared by all executions of this n8n process. Meta allows 80, after an upgrade 1000, and 20 for numbers also used in the WhatsApp Business app.',
};

const previewUrl: INodeProperties = {
	displayName: 'Preview URL',
	name: 'previewUrl',
	type: 'boolean',
	default: false,
	description: 'Whether to show a preview of the first link in the text',
};

const replyTo: INodeProperties = {
	displayName: 'Reply to Message ID',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. wamid.HBgLMTU1NTAxMDEyMzQ…',
	description: 'ID of a message in the same chat, at most 30 days old, that this one quotes',
};

const trackingAttempt: INodeProperties = {
	displayName: 'Tracking Attempt',
	name: 'trackingAttempt',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1',
	description:
		'Tells repeated messages to one person in one campaign apart. Leave empty unless your ledger plans attempts itself: each execution and item then counts as its own.',
};

const collection = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
});

export const textOptions = collection([
	campaign,
	defaultCountryCode,
	messagesPerSecond,
	previewUrl,
	replyTo,
	trackingAttempt,
]);

export const templateOptions = collection([
	campaign,
	defaultCountryCode,
	messagesPerSecond,
	replyTo,
	trackingAttempt,
]);
