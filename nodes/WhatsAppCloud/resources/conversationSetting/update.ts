import type { INodeProperties } from 'n8n-workflow';
import { commands, icebreakers } from '../../../../core/management/automation';
import { phoneNumberField } from '../../../shared/fields';
import { groupField, rowsOf, textOf } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { numberOf } from '../../manage/ids';

const rows = (
	displayName: string,
	name: string,
	description: string,
	...values: INodeProperties[]
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add entry',
	default: {},
	description,
	options: [{ displayName: 'Entry', name: 'entry', values }],
});

const text = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
});

export const update = calling({
	name: 'Update',
	action: 'Update conversation settings',
	description: 'Replace the ice breakers or the commands that chats with a number offer',
	fields: [
		phoneNumberField,
		additionalFields(
			rows(
				'Commands',
				'commands',
				'What people can choose after typing a slash: all of them, up to 30, without emoji; an empty list removes them',
				text('Command', 'name', 'e.g. book', 'Up to 32 letters, digits and underscores'),
				text('Description', 'description', 'e.g. Book a table', 'Up to 256 characters'),
			),
			rows(
				'Ice Breakers',
				'iceBreakers',
				'Questions to tap when a chat begins: all of them, up to 4, without emoji; an empty list removes them',
				text('Question', 'question', 'e.g. When are you open?', 'Up to 80 characters'),
			),
		),
	],
	request: (form) => {
		const more = groupField(form, 'additionalFields');
		const body = {
			...(more.iceBreakers !== undefined && {
				prompts: icebreakers(
					rowsOf(more.iceBreakers, 'entry').map(({ question }) => textOf(question).trim()),
				),
			}),
			...(more.commands !== undefined && {
				commands: commands(
					rowsOf(more.commands, 'entry').map(({ name, description }) => ({
						name: textOf(name),
						description: textOf(description),
					})),
				),
			}),
		};
		return { method: 'POST', path: `/${numberOf(form)}/conversational_automation`, body };
	},
	done: 'updated',
});
