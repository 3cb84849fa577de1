import type { Operation } from '../../../shared/operation';
import { periodFields, templateInsights } from '../../manage/insights';
import { anyTemplateField, templateIdOf } from '../../template/byId';

export const getAnalytics: Operation = {
	name: 'Get Analytics',
	action: 'Get template analytics',
	description:
		'Get how many messages of a template were sent, delivered, read and clicked each day; needs Template Analytics, see Business Account > Update',
	fields: [anyTemplateField, ...periodFields],
	async run(context, item, services) {
		const form = { context, item, services };
		return await templateInsights(form, [await templateIdOf(form)]);
	},
};
