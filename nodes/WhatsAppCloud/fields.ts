import type { INodeProperties } from 'n8n-workflow';
import { phoneNumberField } from '../shared/fields';

const toField: INodeProperties = {
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

const recipientType: INodeProperties = {
	displayName: 'Recipient Type',
	name: 'recipientType',
	type: 'options',
	options: [
		{ name: 'Group', value: 'group', description: 'To holds the ID of a group' },
		{ name: 'Person', value: 'individual', description: 'To holds a phone number or user ID' },
	],
	default: 'individual',
	description: 'Whether to write to one person or to a group',
};

const validateOnly: INodeProperties = {
	displayName: 'Validate Only',
	name: 'validateOnly',
	type: 'boolean',
	default: false,
	description:
		'Whether to check everything that can be checked here and send nothing. The result has the status valid and shows the request.',
};

/** Who sends, and who gets it. */
export const recipientFields = [phoneNumberField, toField];

const groupField: INodeProperties = {
	displayName: 'Group ID',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
	description: 'ID that Meta gave when the group was made',
};

/** For what exists in groups only. */
export const groupFields = [phoneNumberField, groupField];

const common = [campaign, defaultCountryCode, messagesPerSecond, trackingAttempt, validateOnly];

/** The Options field: what every send has, and what this one has besides. */
export const sendOptions = (...more: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...common, ...more].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

/** For messages that go to people only, as Meta has it for everything with buttons. */
export const replyOptions = sendOptions(replyTo);

/** For what may go to groups too. */
export const groupOptions = (...more: INodeProperties[]) =>
	sendOptions(recipientType, replyTo, ...more);
