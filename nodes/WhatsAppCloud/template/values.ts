import type { ResourceMapperValue } from 'n8n-workflow';
import type { MediaKind } from '../../../core/message/media';
import { mediaKinds } from '../../../core/message/mediaKinds';
import type { TemplateDefinition } from '../../../core/template/definition';
import { matchingValues, type TemplateValues } from '../../../core/template/values';
import { templateVariables } from '../../../core/template/variables';
import { fileNamed } from '../file';
import { textOf, type Form } from '../form';

/** What the user filled in. Items that name their fields like the variables can be mapped as a whole. */
function valuesOf({ context, item }: Form, definition: TemplateDefinition): TemplateValues {
	const given = context.getNodeParameter(
		'templateVariables',
		item,
		{},
	) as Partial<ResourceMapperValue>;
	if (given.mappingMode !== 'autoMapInputData') return given.value ?? {};
	return matchingValues(definition, context.getInputData()[item].json);
}

const isMedia = (kind: string | undefined): kind is MediaKind =>
	kind !== undefined && kind in mediaKinds;

/** The values of the template's variables. A file in the header may be named by its binary field: it is uploaded. */
export async function templateValues(
	form: Form,
	definition: TemplateDefinition,
): Promise<TemplateValues> {
	const values = valuesOf(form, definition);
	const header = templateVariables(definition).find(({ kind }) => isMedia(kind));
	if (!header || !isMedia(header.kind)) return values;
	const field = textOf(values[header.id]).trim();
	if (!form.context.getInputData()[form.item].binary?.[field]) return values;
	const { media, filename } = await fileNamed(form, header.kind, field);
	const uploaded = { ...values, [header.id]: 'id' in media ? media.id : media.link };
	if (header.kind !== 'document' || values['header.filename']) return uploaded;
	return { ...uploaded, 'header.filename': filename };
}
