import { checkUsername } from '../../../../core/management/username';
import { text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const setUsername = calling({
	name: 'Set Username',
	action: 'Set username',
	description: 'Claim or change the name under which people find a number without knowing it',
	fields: [
		phoneNumberField,
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. springfield.bakery',
			description: '3 to 35 letters, digits, periods and underscores',
		},
		{
			displayName: 'Take From Own Number',
			name: 'transfer',
			type: 'boolean',
			default: false,
			description: 'Whether to take the name from another number of yours that has it',
		},
	],
	request: (form) => {
		const path = `/${numberOf(form)}/username`;
		const username = checkUsername(textField(form, 'username'));
		form.services.facts.username = username;
		const transfer = textField(form, 'transfer') === 'true';
		const body = { username, ...(transfer && { transfer_action: 'force_transfer' }) };
		return { method: 'POST', path, body };
	},
	result: ({ status }, { services }) => ({ ...services.facts, username_status: text(status) }),
});
