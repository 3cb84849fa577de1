import { InputError } from '../../../../core/input';
import type { Operation } from '../../../shared/operation';
import { entriesOf, textField } from '../../form';
import { periodFields, templateInsights } from '../../manage/insights';

export const getTemplates: Operation = {
	name: 'Get Templates',
	action: 'Get analytics of many templates',
	description:
		'Get how many messages of these templates were sent, delivered, read and clicked each day; needs Template Analytics, see Business Account > Update',
	fields: [
		{
			displayName: 'Template IDs',
			name: 'templateIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1013859600285441, 1013859600285442',
			description: 'IDs that Template > Get Many gives, separated by a comma',
		},
		...periodFields,
	],
	async run(context, item, services) {
		const form = { context, item, services };
		const ids = entriesOf(textField(form, 'templateIds'));
		const wrong = ids.find((id) => !/^\d+$/.test(id));
		if (ids.length === 0 || wrong !== undefined) {
			const what = wrong === undefined ? 'There is no Template ID' : `"${wrong}" is no Template ID`;
			throw new InputError(`${what}. Enter the digits that Template > Get Many gives.`);
		}
		return await templateInsights(form, ids);
	},
};
