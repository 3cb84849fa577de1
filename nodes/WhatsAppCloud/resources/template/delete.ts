import { templatesPath } from '../../definitions';
import { calling, lookUp } from '../../manage/calling';
import { anyTemplateField, templateIdOf } from '../../template/byId';

export const deleteTemplate = calling({
	name: 'Delete',
	action: 'Delete template',
	description:
		'Delete a template for good; the name of an approved one cannot be used again for 30 days',
	fields: [
		anyTemplateField,
		{
			displayName: 'All Languages',
			name: 'allLanguages',
			type: 'boolean',
			default: false,
			description:
				'Whether to delete the templates of this name in every language, not only this one',
		},
	],
	request: async (form) => {
		const { context, item, services } = form;
		const hsm_id = await templateIdOf(form);
		const { name, language } = await lookUp(form, `/${hsm_id}`, 'name,language');
		const all_languages = context.getNodeParameter('allLanguages', item, false) === true;
		Object.assign(services.facts, { name, language, all_languages });
		const qs = { name: name as string, ...(!all_languages && { hsm_id }) };
		return { method: 'DELETE', path: templatesPath(services.account), qs };
	},
	done: 'deleted',
});
