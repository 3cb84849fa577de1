import type { INodeProperties } from 'n8n-workflow';
import type { ReplyButton } from '../../core/message/interactive/replyButtons';
import { rowsOf, textOf } from './form';

/** Buttons that send an answer back. */
export const replyButtonsField = (
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add button',
	default: {},
	description: 'What the recipient can answer with one tap',
	...(displayOptions && { displayOptions }),
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Yes, please',
					description: 'Up to 20 characters, different for each button',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. confirm',
					description:
						'Comes back when the button is tapped, up to 256 characters. Left empty, the title comes back.',
				},
			],
		},
	],
});

/** The entries of `replyButtonsField`. */
export const replyButtonsOf = (group: unknown): ReplyButton[] =>
	rowsOf(group, 'button').map(({ title, id }) => ({ title: textOf(title), id: textOf(id) }));
