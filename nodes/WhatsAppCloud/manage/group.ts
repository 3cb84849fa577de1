import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../core/input';
import { checkText } from '../../../core/management/limits';
import { phoneNumberField } from '../../shared/fields';
import { entriesOf, textField, type Fields } from '../form';
import { idOf, locator } from './ids';

const words = {
	displayName: 'Group',
	name: 'group',
	description: 'Group of the number',
	searchListMethod: 'searchGroups',
	placeholder: 'e.g. Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
};

/** The number whose groups are listed, and the group. Needs the list search `searchGroups`. */
export const groupFields = [phoneNumberField, locator(words)];

export const groupOf = (form: Fields) => idOf(form, words, 'group_id');

export const subjectField: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Order 2041',
	description: 'Name of the group, up to 128 characters',
};

export const descriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Questions about your order',
	description: 'What the group is for, up to 2048 characters',
};

/** Throws InputError when one of them is longer than Meta allows. */
export function checkGroup(subject: string, description: string): void {
	checkText('group.subject', subject);
	checkText('group.description', description);
}

export const joinRequestsField: INodeProperties = {
	displayName: 'Join Request IDs',
	name: 'joinRequests',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1013859600285441, 1013859600285442',
	description: 'IDs that Get Join Requests gives, separated by a comma',
};

/** Throws InputError when there is none. */
export function joinRequestsOf(form: Fields): string[] {
	const ids = entriesOf(textField(form, 'joinRequests'));
	if (ids.length > 0) return ids;
	throw new InputError('There is no Join Request ID. Enter at least one.');
}
