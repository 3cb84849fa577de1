import type { INodeProperties } from 'n8n-workflow';
import { buttonFields } from './buttonFields';

const cardFields: INodeProperties[] = [
	{
		displayName: 'File Type',
		name: 'format',
		type: 'options',
		options: [
			{ name: 'Image', value: 'IMAGE' },
			{ name: 'Video', value: 'VIDEO' },
		],
		default: 'IMAGE',
		description: 'The same for all cards',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		hint: 'The name of the input field containing a sample file, which reviewers see',
	},
	{
		displayName: 'Text',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Shoe for the summer',
		description: 'Up to 160 characters; all cards have one or none',
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add button',
		default: {},
		description: 'One or two, of the same kinds on all cards',
		options: [{ displayName: 'Button', name: 'button', values: buttonFields }],
	},
];

/** The cards of a carousel. */
export const cardsField: INodeProperties = {
	displayName: 'Cards',
	name: 'cards',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add card',
	default: {},
	description:
		'2 to 10 make it a carousel people swipe through, without header, footer and buttons of its own',
	displayOptions: { show: { category: ['MARKETING'] } },
	options: [{ displayName: 'Card', name: 'card', values: cardFields }],
};
