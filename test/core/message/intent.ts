import {
	templateDefinitionSchema,
	type TemplateDefinition,
} from '../../../core/template/definition';
import type { TemplateValue, TemplateValues } from '../../../core/template/values';

interface SentParameter {
	type: string;
	text?: string;
	payload?: string;
	[media: string]: unknown;
}

export interface SentTemplate {
	name: string;
	language: { code: string; policy?: string };
	components?: {
		type: string;
		sub_type?: string;
		index?: number | string;
		parameters: SentParameter[];
	}[];
}

const isMedia = (type: string) => ['image', 'video', 'document'].includes(type);

/**
 * Works backwards from a request that somebody sent: the template it must have been written for, and the values its
 * sender had in mind.
 */
export function intentOf(sent: SentTemplate): {
	definition: TemplateDefinition;
	values: TemplateValues;
} {
	const components: unknown[] = [{ type: 'BODY', text: 'No variables.' }];
	const buttons: unknown[] = [];
	const values: Record<string, TemplateValue> = {};
	for (const { type, sub_type, index, parameters } of sent.components ?? []) {
		const [first] = parameters;
		if (type === 'body') {
			components[0] = {
				type: 'BODY',
				text: parameters.map((_, i) => `{{${i + 1}}}`).join(' and '),
			};
			parameters.forEach((parameter, i) => {
				values[`body.${i + 1}`] = parameter.text ?? (parameter as unknown as TemplateValue);
			});
		} else if (type === 'header' && isMedia(first.type)) {
			const media = first[first.type] as { id?: string; link?: string; filename?: string };
			components.push({ type: 'HEADER', format: first.type.toUpperCase() });
			values[`header.${first.type}`] = (media.id ?? media.link) as string;
			if (media.filename) values['header.filename'] = media.filename;
		} else if (type === 'header') {
			components.push({ type: 'HEADER', format: 'TEXT', text: '{{1}}' });
			values['header.1'] = first.text as string;
		} else if (sub_type === 'url') {
			buttons[Number(index)] = { type: 'URL', text: 'Open', url: 'https://example.com/{{1}}' };
			values[`button.${index}.url`] = first.text as string;
		} else {
			buttons[Number(index)] = { type: 'QUICK_REPLY', text: 'Yes' };
			values[`button.${index}.payload`] = first.payload as string;
		}
	}
	if (buttons.length > 0) components.push({ type: 'BUTTONS', buttons });
	const definition = { name: sent.name, language: sent.language.code, components };
	return { definition: templateDefinitionSchema.parse(definition), values };
}
