import { required } from '../../../../core/message/required';
import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { additionalFields } from '../../manage/customBody';
import { checkGroup, descriptionField, subjectField } from '../../manage/group';
import { numberOf } from '../../manage/ids';

export const create = calling({
	name: 'Create',
	action: 'Create group',
	description:
		'Make a group, which up to 8 people join by its link. Its ID and link come by webhook (group_lifecycle_update) with the request ID given here.',
	fields: [
		phoneNumberField,
		{ ...subjectField, required: true },
		descriptionField,
		{
			displayName: 'Joining',
			name: 'joinApprovalMode',
			type: 'options',
			options: [
				{ name: 'Everybody With the Link', value: 'auto_approve' },
				{ name: 'Only Whom You Approve', value: 'approval_required' },
			],
			default: 'auto_approve',
			description: 'Who gets into the group',
		},
		additionalFields(),
	],
	request: (form) => {
		const subject = required('Subject', textField(form, 'subject')).trim();
		const description = textField(form, 'description');
		checkGroup(subject, description);
		const path = `/${numberOf(form)}/groups`;
		form.services.facts.subject = subject;
		const body = {
			messaging_product: 'whatsapp',
			subject,
			...(description && { description }),
			join_approval_mode: textField(form, 'joinApprovalMode'),
		};
		return { method: 'POST', path, body };
	},
	result: ({ request_id }, { services }) => ({ ...services.facts, request_id }),
});
