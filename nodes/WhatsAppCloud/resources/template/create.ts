import { languageCode, templateName } from '../../../../core/template/create/identity';
import { templatesPath } from '../../definitions';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { categoryOf, templateContentOf } from '../../template/content';
import { contentFields } from '../../template/contentFields';

export const create = calling({
	name: 'Create',
	action: 'Create template',
	description: 'Write a message template and hand it to Meta for review; 100 an hour are allowed',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. order_update',
			description: 'Lower-case letters, digits and underscores, up to 512 characters',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: 'en_US',
			required: true,
			placeholder: 'e.g. en_US',
			description: 'Code of the language it is written in; each language is a template of its own',
		},
		...contentFields,
	],
	request: async (form) => {
		const name = templateName(textField(form, 'name'));
		const language = languageCode(textField(form, 'language'));
		Object.assign(form.services.facts, { name, language });
		const path = templatesPath(form.services.account);
		const content = await templateContentOf(form);
		const body = { name, language, category: categoryOf(form), ...content };
		return { method: 'POST', path, body };
	},
	result: ({ id, status, category }, { services: { facts } }) => ({
		template_id: id,
		...facts,
		status,
		category,
	}),
});
