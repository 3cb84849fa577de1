import { displayName } from '../../../../core/management/displayName';
import { InputError } from '../../../../core/input';
import { given } from '../../../../core/message/required';
import { phoneNumberField } from '../../../shared/fields';
import { groupField, textOf } from '../../form';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const update = calling({
	name: 'Update',
	action: 'Update phone number',
	description:
		'Ask for another display name, which Meta reviews, or hide a number from search; names may change 10 times in 30 days',
	fields: [
		phoneNumberField,
		{
			displayName: 'Changes',
			name: 'changes',
			type: 'collection',
			placeholder: 'Add change',
			default: {},
			options: [
				{
					displayName: 'Display Name',
					name: 'displayName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Springfield Bakery',
					description:
						'2 to 75 characters. Once it is approved, register the number again within 14 days.',
				},
				{
					displayName: 'Show in Search',
					name: 'visible',
					type: 'boolean',
					default: true,
					description: 'Whether people can find the number by searching in WhatsApp',
				},
			],
		},
	],
	request: (form) => {
		const changes = groupField(form, 'changes');
		const { visible } = changes;
		const body = given({
			new_display_name:
				changes.displayName === undefined ? '' : displayName(textOf(changes.displayName)),
			search_visibility: visible === undefined ? '' : visible ? 'VISIBLE' : 'NON_VISIBLE',
		});
		if (Object.keys(body).length === 0) throw new InputError('There is no change. Add one.');
		return { method: 'POST', path: `/${numberOf(form)}`, body };
	},
	done: 'updated',
});
