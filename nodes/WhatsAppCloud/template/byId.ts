import { parseReference } from '../../../core/template/reference';
import { definitionOf } from '../definitions';
import type { Fields } from '../form';
import { chosen, idOf, locator } from '../manage/ids';

const words = {
	displayName: 'Template',
	name: 'template',
	description: 'Template in any state, in one of its languages',
	searchListMethod: 'searchAllTemplates',
	placeholder: 'e.g. 1013859600285441',
	byName: {
		placeholder: 'e.g. spring_sale|en_US',
		hint: 'Name and language code with a bar between them',
	},
};

/** Which template, also one that is not approved. Needs the list search `searchAllTemplates`. */
export const anyTemplateField = locator(words);

/** The ID of the chosen template, into the facts. Throws InputError when the account has none of that name. */
export async function templateIdOf(form: Fields): Promise<string> {
	const text = chosen(form, 'template');
	if (!/[|(]/.test(text)) return idOf(form, words, 'template_id');
	const { id } = await definitionOf(form.services, parseReference(text));
	form.services.facts.template_id = id as string;
	return id as string;
}
