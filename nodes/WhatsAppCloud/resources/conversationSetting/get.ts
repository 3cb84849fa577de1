import { list, record, text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

export const get = calling({
	name: 'Get',
	action: 'Get conversation settings',
	description: 'Get the ice breakers and commands that chats with a number offer',
	fields: [phoneNumberField],
	request: (form) => ({
		method: 'GET',
		path: `/${numberOf(form)}`,
		qs: { fields: 'conversational_automation' },
	}),
	result: (answer, { services }) => {
		const { prompts, commands } = record(answer.conversational_automation);
		return {
			phone_number_id: services.facts.phone_number_id,
			ice_breakers: list(prompts).map(text),
			commands: list(commands)
				.map(record)
				.map(({ command_name, command_description }) => ({
					name: text(command_name),
					description: text(command_description),
				})),
		};
	},
});
