import { InputError } from '../../../../core/input';
import { calling, lookUp } from '../../manage/calling';
import { anyTemplateField, templateIdOf } from '../../template/byId';
import { categoryOf, templateContentOf } from '../../template/content';
import { contentFields } from '../../template/contentFields';

export const edit = calling({
	name: 'Edit',
	action: 'Edit template',
	description:
		'Replace all content of a template, which goes back into review; an approved one may be edited once in 24 hours and 10 times in 30 days',
	fields: [anyTemplateField, ...contentFields],
	request: async (form) => {
		const { facts } = form.services;
		const path = `/${await templateIdOf(form)}`;
		const before = await lookUp(form, path, 'name,language,category,status');
		const category = categoryOf(form);
		const moves = before.category !== category;
		Object.assign(facts, { name: before.name, language: before.language, category });
		if (moves && before.status === 'APPROVED') {
			throw new InputError(
				`The template is approved as ${String(before.category).toLowerCase()}, and Meta does not let an approved template change its category. Choose that category, or create a new template.`,
			);
		}
		const content = await templateContentOf(form);
		return { method: 'POST', path, body: { ...content, ...(moves && { category }) } };
	},
	done: 'edited',
});
