import type { INodeProperties } from 'n8n-workflow';
import { buttonFields } from './buttonFields';
import { cardsField } from './cardFields';

const show = { category: ['MARKETING', 'UTILITY'] };
const own = { show };
const withHeader = (...header: string[]) => ({ show: { ...show, header } });

const buttons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add button',
	default: {},
	description: 'Up to 10, of which 2 links; quick replies stand together',
	displayOptions: own,
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: buttonFields,
		},
	],
};

const examples: INodeProperties = {
	displayName: 'Variable Examples',
	name: 'variableExamples',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add example',
	default: {},
	description: "What Meta's reviewers read in place of each variable of the body",
	displayOptions: own,
	options: [
		{
			displayName: 'Example',
			name: 'example',
			values: [
				{
					displayName: 'Variable',
					name: 'variable',
					type: 'string',
					default: '',
					placeholder: 'e.g. first_name',
					description: 'Its name or number, without the braces',
				},
				{
					displayName: 'Example',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. Jane',
					description: 'A realistic value that is nobody’s own data',
				},
			],
		},
	],
};

/** Header, body, footer and buttons of a template in the user's own words. */
export const textFields: INodeProperties[] = [
	{
		displayName: 'Header',
		name: 'header',
		type: 'options',
		options: [
			{ name: 'Document', value: 'DOCUMENT', description: 'A PDF' },
			{ name: 'Image', value: 'IMAGE', description: 'JPEG or PNG' },
			{ name: 'Location', value: 'LOCATION', description: 'A place, given when it is sent' },
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'TEXT', description: 'Up to 60 characters, one variable' },
			{ name: 'Video', value: 'VIDEO', description: 'MP4' },
		],
		default: 'none',
		description: 'What stands above the text',
		displayOptions: own,
	},
	{
		displayName: 'Header Text',
		name: 'headerText',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Your order {{1}}',
		description: 'Up to 60 characters with at most one variable',
		displayOptions: withHeader('TEXT'),
	},
	{
		displayName: 'Header Example',
		name: 'headerExample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2041',
		description: 'What reviewers see in place of the variable of the header',
		displayOptions: withHeader('TEXT'),
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing a sample file, which reviewers see',
		displayOptions: withHeader('DOCUMENT', 'IMAGE', 'VIDEO'),
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		placeholder: 'e.g. Hi {{first_name}}, your order {{order}} is on its way.',
		description:
			'Up to 1024 characters. Variables are all named, as {{first_name}}, or all numbered, as {{1}}; none at the beginning or end, and none side by side.',
		displayOptions: own,
	},
	examples,
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reply STOP to unsubscribe',
		description: 'Up to 60 characters in grey below the text',
		displayOptions: own,
	},
	buttons,
	cardsField,
];
