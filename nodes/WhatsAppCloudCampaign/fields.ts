import type { INodeProperties } from 'n8n-workflow';

/** How the columns of the user's list are called. */
export const contactFields: INodeProperties = {
	displayName: 'Contact Fields',
	name: 'contactFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description: 'Set those that are called something else in your list',
	options: [
		{
			displayName: 'Country',
			name: 'country',
			type: 'string',
			default: 'country',
			description:
				'Field with the two letters of the country. Empty there: the country of the number.',
		},
		{
			displayName: 'Opt-In',
			name: 'optedIn',
			type: 'string',
			default: 'opted_in_at',
			description:
				'Field that says yes, or when the person asked for messages. An opt-out in the ledger always wins over it.',
		},
		{
			displayName: 'Phone Number',
			name: 'phone',
			type: 'string',
			default: 'phone',
			description: 'Field with the number, with its country code',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: 'time_zone',
			description:
				'Field with a name such as Europe/Berlin. Empty there: all time zones of the country.',
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: 'user_id',
			description: 'Field with the business-scoped user ID, for people whose number is not known',
		},
	],
};

/** Who it is about, for recording and proving consent. */
export const personFields: INodeProperties[] = [
	{
		displayName: 'Person',
		name: 'person',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +1 555 123 4567',
		description: 'Phone number with country code, user ID, or the contact key of a trigger item',
	},
];
