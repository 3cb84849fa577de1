import { given } from '../../../../core/message/required';
import { groupField, textOf } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { accountOf } from '../../manage/ids';

export const update = calling({
	name: 'Update',
	action: 'Update business account',
	description: 'Rename the account, or switch on template analytics, which cannot be undone',
	fields: [
		additionalFields(
			{
				displayName: 'Archive Unused Templates',
				name: 'archive',
				type: 'boolean',
				default: false,
				description: 'Whether Meta archives templates by itself that are not used',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Springfield Bakery',
				description: 'Name of the account in Meta Business settings',
			},
			{
				displayName: 'Template Analytics',
				name: 'insights',
				type: 'boolean',
				default: true,
				description:
					'Whether Meta counts how templates do. It cannot be switched off again, and Get Template Analytics needs it.',
			},
		),
	],
	request: (form) => {
		const { archive, insights, name } = groupField(form, 'additionalFields');
		const body = given({
			name: textOf(name).trim(),
			template_auto_archival_enabled: archive,
			// Meta knows only one direction.
			is_enabled_for_insights: insights || undefined,
		});
		return { method: 'POST', path: `/${accountOf(form)}`, body };
	},
	done: 'updated',
});
