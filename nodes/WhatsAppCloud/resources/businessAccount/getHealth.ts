import type { INodeProperties } from 'n8n-workflow';
import { healthOf } from '../../../../core/management/health';
import { phoneNumberField } from '../../../shared/fields';
import { textField } from '../../form';
import { calling } from '../../manage/calling';
import { accountOf, numberOf } from '../../manage/ids';
import { anyTemplateField, templateIdOf } from '../../template/byId';

const of = (field: INodeProperties, subject: string): INodeProperties => ({
	...field,
	displayOptions: { show: { subject: [subject] } },
});

export const getHealth = calling({
	name: 'Get Health',
	action: 'Get account health',
	description:
		'Ask whether messages can be sent, from the app up to the number or template, and what Meta proposes where not',
	fields: [
		{
			displayName: 'Of',
			name: 'subject',
			type: 'options',
			options: [
				{ name: 'Business Account', value: 'account' },
				{ name: 'Phone Number', value: 'number' },
				{ name: 'Template', value: 'template' },
			],
			default: 'number',
			description: 'Where to look from; everything above it is included',
		},
		of(phoneNumberField, 'number'),
		of(anyTemplateField, 'template'),
	],
	request: async (form) => {
		const subject = textField(form, 'subject');
		form.services.facts.subject = subject;
		const id =
			subject === 'template'
				? await templateIdOf(form)
				: subject === 'number'
					? numberOf(form)
					: accountOf(form);
		return { method: 'GET', path: `/${id}`, qs: { fields: 'id,health_status' } };
	},
	result: (answer, { services }) => ({
		subject: services.facts.subject,
		id: answer.id,
		...healthOf(answer),
	}),
});
