import { given } from '../../../../core/message/required';
import { textOf } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields, additionalOf } from '../../manage/customBody';
import {
	categoriesField,
	categoriesOf,
	endpointField,
	endpointOf,
	flowField,
	flowOf,
} from '../../manage/flow';

export const update = calling({
	name: 'Update',
	action: 'Update flow',
	description: 'Change name, categories or endpoint of a flow; the rest stays',
	fields: [
		flowField,
		additionalFields(categoriesField, endpointField, {
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Book a table',
			description: 'No other flow of the account has it',
		}),
	],
	request: (form) => {
		const { categories, endpointUri, name } = additionalOf(form);
		const body = given({
			name: textOf(name).trim(),
			categories: categories === undefined ? undefined : categoriesOf(categories),
			endpoint_uri: endpointUri && endpointOf(endpointUri),
		});
		return { method: 'POST', path: `/${flowOf(form)}`, body };
	},
	done: 'updated',
});
