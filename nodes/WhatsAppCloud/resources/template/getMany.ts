import type { INodeProperties } from 'n8n-workflow';
import { given } from '../../../../core/message/required';
import { TEMPLATE_SUMMARY_FIELDS, templateSummary } from '../../../../core/template/summary';
import { templatesPath } from '../../definitions';
import { groupField, textsOf } from '../../form';
import { listing } from '../../manage/calling';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Category',
			name: 'category',
			type: 'options',
			options: [
				{ name: 'Authentication', value: 'AUTHENTICATION' },
				{ name: 'Marketing', value: 'MARKETING' },
				{ name: 'Utility', value: 'UTILITY' },
			],
			default: 'MARKETING',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. en_US',
			description: 'Code of the language',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. spring_sale',
			description: 'Name, or a part of it',
		},
		{
			displayName: 'Quality',
			name: 'quality_score',
			type: 'options',
			options: [
				{ name: 'Green', value: 'GREEN' },
				{ name: 'Red', value: 'RED' },
				{ name: 'Unknown', value: 'UNKNOWN' },
				{ name: 'Yellow', value: 'YELLOW' },
			],
			default: 'RED',
			description: 'What recipients think of it, as Meta sees it',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Approved', value: 'APPROVED' },
				{ name: 'Disabled', value: 'DISABLED' },
				{ name: 'In Appeal', value: 'IN_APPEAL' },
				{ name: 'Paused', value: 'PAUSED' },
				{ name: 'Pending', value: 'PENDING' },
				{ name: 'Rejected', value: 'REJECTED' },
			],
			default: 'APPROVED',
		},
	],
};

export const getMany = listing({
	name: 'Get Many',
	action: 'Get many templates',
	description: 'List the templates of the account with their words, state and quality',
	fields: [filters],
	request: (form) => ({
		method: 'GET',
		path: templatesPath(form.services.account),
		qs: { fields: TEMPLATE_SUMMARY_FIELDS, ...given(textsOf(groupField(form, 'filters'))) },
	}),
	each: templateSummary,
	isSimplified: true,
});
