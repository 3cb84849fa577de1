import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { parseReference } from '../../../core/template/reference';
import { templateVariables, type TemplateVariable } from '../../../core/template/variables';
import { readDefinition } from '../definitions';
import { asked } from '../listSearch/asked';

function toField({ id, label, required }: TemplateVariable): ResourceMapperField {
	return {
		id,
		displayName: label,
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: 'string',
	};
}

/** The fields of the chosen template: one for each variable, with the words around it. */
export async function getTemplateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = this.getNodeParameter('template', '', { extractValue: true }) as
		| string
		| undefined;
	if (!chosen) return { fields: [], emptyFieldsNotice: 'Choose a template to see its variables.' };
	const fields = await asked(this, async (connection) => {
		const definition = await readDefinition(connection, parseReference(chosen));
		return templateVariables(definition).map(toField);
	});
	if (fields.length > 0) return { fields };
	return { fields, emptyFieldsNotice: 'This template has no variables: nothing to fill in.' };
}
