import type { INodeProperties } from 'n8n-workflow';
import { listContent } from '../../../../core/message/interactive/list';
import { recipientFields, replyOptions } from '../../fields';
import { rowsField, rowsOf, textField, textOf } from '../../form';
import { headerFields } from '../../header';
import { sending } from '../../send';
import { bodyField, footerField, frameOf } from '../../texts';

const rows: INodeProperties = {
	displayName: 'Rows',
	name: 'rows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add row',
	default: {},
	options: [
		{
			displayName: 'Row',
			name: 'row',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Tomorrow at 9',
					description: 'Up to 24 characters',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. With Dr Lee, 20 minutes',
					description: 'Up to 72 characters',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. slot-9',
					description:
						'Comes back when the row is chosen, up to 200 characters. Left empty, the title comes back.',
				},
			],
		},
	],
};

const sectionsField: INodeProperties = {
	displayName: 'Sections',
	name: 'sections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add section',
	default: {},
	description: 'Up to ten rows in all sections together',
	options: [
		{
			displayName: 'Section',
			name: 'section',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Morning',
					description: 'Up to 24 characters; needed as soon as there are two sections',
				},
				rows,
			],
		},
	],
};

export const sendList = sending({
	name: 'Send List',
	action: 'Send list message',
	description: 'Let somebody choose one of up to ten rows, behind a button',
	fields: [
		...recipientFields,
		{ ...bodyField, description: 'Up to 4096 characters' },
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Choose a time',
			description: 'On the button that opens the list, up to 20 characters',
		},
		sectionsField,
		...headerFields(['text']),
		footerField,
		replyOptions,
	],
	content: async (form) => {
		const sections = rowsField(form, 'sections', 'section').map((section) => ({
			title: textOf(section.title),
			rows: rowsOf(section.rows, 'row').map(({ title, description, id }) => ({
				title: textOf(title),
				description: textOf(description),
				id: textOf(id),
			})),
		}));
		return listContent(await frameOf(form), textField(form, 'buttonText'), sections);
	},
});
