import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { InputError } from '../../core/input';
import type { Account } from './credentials';

/** Which of our numbers to use. Empty means the one in the credential. Needs the list search `searchPhoneNumbers`. */
export const phoneNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumberId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Number of yours to use. Leave empty for the one in the credential.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540352242922',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^[0-9]{5,}$',
						errorMessage: 'A phone number ID has digits only, and is not the phone number itself',
					},
				},
			],
		},
	],
};

/** The chosen number's ID, or the credential's. Throws InputError when neither is set or it is not an ID. */
export function phoneNumberIdOf(
	context: IExecuteFunctions,
	item: number,
	account: Account,
): string {
	const chosen = context.getNodeParameter('phoneNumberId', item, '', { extractValue: true });
	const id =
		(chosen === undefined || chosen === null ? '' : `${chosen as string}`.trim()) ||
		account.phoneNumberId;
	if (!id) {
		throw new InputError(
			'There is no number to send from. Choose a Phone Number in this node, or enter a Phone Number ID in the credential.',
		);
	}
	if (!/^\d+$/.test(id)) {
		throw new InputError(
			`The Phone Number ID "${id}" should have digits only. It is the ID under WhatsApp > API Setup, not the phone number itself.`,
		);
	}
	return id;
}

/** Return All and Limit, as in n8n's own nodes. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** The user's limit for `allPages`. */
export function limitOf(context: IExecuteFunctions, item: number): number {
	const all = context.getNodeParameter('returnAll', item, false) as boolean;
	return all ? Infinity : (context.getNodeParameter('limit', item, 50) as number);
}
