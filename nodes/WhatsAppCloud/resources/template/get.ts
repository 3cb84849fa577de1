import { TEMPLATE_SUMMARY_FIELDS, templateSummary } from '../../../../core/template/summary';
import { calling } from '../../manage/calling';
import { anyTemplateField, templateIdOf } from '../../template/byId';

export const get = calling({
	name: 'Get',
	action: 'Get template',
	description: 'Get the words, state and quality of a template',
	fields: [anyTemplateField],
	request: async (form) => ({
		method: 'GET',
		path: `/${await templateIdOf(form)}`,
		qs: { fields: TEMPLATE_SUMMARY_FIELDS },
	}),
	simplify: templateSummary,
});
