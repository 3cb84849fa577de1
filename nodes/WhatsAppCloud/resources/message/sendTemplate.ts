import type { IExecuteFunctions, INodeProperties, ResourceMapperValue } from 'n8n-workflow';
import { templateContent } from '../../../../core/message/template';
import { buildComponents } from '../../../../core/template/components';
import type { TemplateDefinition } from '../../../../core/template/definition';
import { parseReference } from '../../../../core/template/reference';
import { matchingValues, type TemplateValues } from '../../../../core/template/values';
import { phoneNumberField } from '../../../shared/fields';
import type { Operation, Services } from '../../../shared/operation';
import { definitionOf } from '../../definitions';
import { templateOptions, toField } from '../../fields';
import { outcomeOf, send } from '../../send';

const templateField: INodeProperties = {
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

const variablesField: INodeProperties = {
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

/** What the user filled in. Items that name their fields like the variables can be mapped as a whole. */
function valuesOf(
	context: IExecuteFunctions,
	item: number,
	definition: TemplateDefinition,
): TemplateValues {
	const given = context.getNodeParameter(
		'templateVariables',
		item,
		{},
	) as Partial<ResourceMapperValue>;
	if (given.mappingMode !== 'autoMapInputData') return given.value ?? {};
	return matchingValues(definition, context.getInputData()[item].json);
}

async function content(context: IExecuteFunctions, item: number, services: Services) {
	const chosen = context.getNodeParameter('template', item, '', { extractValue: true });
	const reference = parseReference(`${(chosen as string | undefined) ?? ''}`);
	const { name, language } = reference;
	Object.assign(services.facts, { template: name, language });
	const definition = await definitionOf(services, reference);
	services.facts.category = definition.category.toLowerCase();
	const components = buildComponents(definition, valuesOf(context, item, definition));
	return templateContent({ name, language, components });
}

export const sendTemplate: Operation = {
	name: 'Send Template',
	action: 'Send template message',
	description: 'Send an approved template with its variables filled in; works at any time',
	fields: [phoneNumberField, toField, templateField, variablesField, templateOptions],
	run: async (context, item, services) =>
		await send(context, item, services, async () => await content(context, item, services)),
	outcome: outcomeOf,
};
