import type { INodeProperties } from 'n8n-workflow';
import { addressContent } from '../../../../core/message/interactive/address';
import { recipientFields, replyOptions } from '../../fields';
import { groupField, rowsField, textOf, textsOf } from '../../form';
import { headerFields } from '../../header';
import { sending } from '../../send';
import { bodyField, footerField, frameOf } from '../../texts';

const part = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});

/** Meta's fields of an Indian address. */
const parts = [
	part('Address', 'address'),
	part('Building Name', 'building_name'),
	part('City', 'city'),
	part('Floor Number', 'floor_number'),
	part('House Number', 'house_number'),
	part('Landmark Area', 'landmark_area'),
	part('Name', 'name'),
	part('Phone Number', 'phone_number'),
	part('Pin Code', 'in_pin_code'),
	part('State', 'state'),
	part('Tower Number', 'tower_number'),
];

export const requestAddress = sending({
	name: 'Request Address (India)',
	action: 'Request address in India',
	description: 'Ask for a postal address with a form; only for Indian numbers and people in India',
	fields: [
		...recipientFields,
		bodyField,
		{
			displayName: 'Prefilled Values',
			name: 'addressValues',
			type: 'collection',
			placeholder: 'Add value',
			default: {},
			description: 'What the form already holds when it opens',
			options: parts,
		},
		{
			displayName: 'Saved Addresses',
			name: 'savedAddresses',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add address',
			default: {},
			description: 'Addresses to choose from instead of typing one',
			options: [
				{
					displayName: 'Address',
					name: 'saved',
					values: [
						{
							displayName: 'ID',
							name: 'id',
							type: 'string',
							default: '',
							description: 'Comes back when this address is chosen',
						},
						...parts,
					],
				},
			],
		},
		{
			displayName: 'Remarks',
			name: 'addressRemarks',
			type: 'collection',
			placeholder: 'Add remark',
			default: {},
			description: 'What to correct in the address that was entered before, field by field',
			options: parts,
		},
		...headerFields(['document', 'image', 'text', 'video']),
		footerField,
		replyOptions,
	],
	content: async (form) =>
		addressContent(await frameOf(form), {
			values: textsOf(groupField(form, 'addressValues')),
			saved: rowsField(form, 'savedAddresses', 'saved').map(({ id, ...value }) => ({
				id: textOf(id),
				value: textsOf(value),
			})),
			validationErrors: textsOf(groupField(form, 'addressRemarks')),
		}),
});
