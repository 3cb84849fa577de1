import { GROUP_FIELDS, groupSummary } from '../../../../core/management/group';
import { calling } from '../../manage/calling';
import { groupFields, groupOf } from '../../manage/group';

export const get = calling({
	name: 'Get',
	action: 'Get group',
	description: 'Get subject, state and people of a group',
	fields: groupFields,
	request: (form) => ({ method: 'GET', path: `/${groupOf(form)}`, qs: { fields: GROUP_FIELDS } }),
	simplify: groupSummary,
});
