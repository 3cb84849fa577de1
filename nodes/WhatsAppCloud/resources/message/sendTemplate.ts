import type { INodeProperties } from 'n8n-workflow';
import type { Content } from '../../../../core/message/envelope';
import { templateContent } from '../../../../core/message/template';
import { buildComponents } from '../../../../core/template/components';
import { renderPreview } from '../../../../core/template/preview';
import { parseReference } from '../../../../core/template/reference';
import { definitionOf } from '../../definitions';
import { groupOptions, recipientFields } from '../../fields';
import { textOf, type Form } from '../../form';
import { sending } from '../../send';
import { templateField, variablesField } from '../../template/fields';
import { marketingEdge, marketingFields, marketingOptions } from '../../template/marketing';
import { templateValues } from '../../template/values';

const includePreview: INodeProperties = {
	displayName: 'Include Preview',
	name: 'includePreview',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the text as the recipient reads it to the result, under preview. Leave it off where no content should be kept.',
};

async function content(form: Form): Promise<Content> {
	const { context, item, services, options } = form;
	const chosen = context.getNodeParameter('template', item, '', { extractValue: true });
	const reference = parseReference(textOf(chosen));
	const { name, language } = reference;
	Object.assign(services.facts, { template: name, language });
	const definition = await definitionOf(services, reference);
	services.facts.category = definition.category.toLowerCase();
	const marketing = marketingFields(form);
	const values = await templateValues(form, definition);
	const components = buildComponents(definition, values);
	if (options.includePreview) services.facts.preview = renderPreview(definition, values);
	return { ...templateContent({ name, language, components }), ...marketing };
}

export const sendTemplate = sending({
	name: 'Send Template',
	action: 'Send template message',
	description: 'Send an approved template with its variables filled in; works at any time',
	fields: [
		...recipientFields,
		templateField,
		variablesField,
		groupOptions(includePreview, ...marketingOptions),
	],
	content,
	edge: marketingEdge,
});
