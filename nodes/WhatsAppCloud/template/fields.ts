import type { INodeProperties } from 'n8n-workflow';

/** Which template, in which language. Needs the list search `searchTemplates`. */
export const templateField: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Approved message template, in one of its languages',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. spring_sale|en_US',
			hint: 'Name and language code with a bar between them',
		},
	],
};

/** Its variables. Needs the resource mapping `getTemplateVariables`. */
export const variablesField: INodeProperties = {
	displayName: 'Template Variables',
	name: 'templateVariables',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'One field for each variable of the chosen template. Endings of links are percent-encoded for you: a space becomes %20.',
	typeOptions: {
		loadOptionsDependsOn: ['template.value'],
		resourceMapper: {
			resourceMapperMethod: 'getTemplateVariables',
			mode: 'add',
			valuesLabel: 'Values',
			fieldWords: { singular: 'variable', plural: 'variables' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: false,
			noFieldsError: 'Choose a template to see its variables.',
		},
	},
};
