import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ContactCard } from '../../core/message/contacts';
import { rowsOf, textsOf } from './form';

const text = (displayName: string, name: string, more: Partial<INodeProperties> = {}) =>
	({ displayName, name, type: 'string', default: '', ...more }) as INodeProperties;

const kind = (values: string[]): INodeProperties => ({
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		...values.map((value) => ({ name: value[0] + value.slice(1).toLowerCase(), value })),
		{ name: 'Not Said', value: '' },
	].sort((a, b) => a.name.localeCompare(b.name)),
	default: '',
});

const HOME_OR_WORK = ['HOME', 'WORK'];

/** Something a person has several of. */
const several = (
	displayName: string,
	name: string,
	values: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add entry',
	default: {},
	options: [{ displayName: 'Entry', name: 'entry', values }],
});

const phones = several('Phones', 'phones', [
	text('Phone', 'phone', { placeholder: 'e.g. +1 555 123 4567' }),
	kind(['CELL', 'HOME', 'IPHONE', 'MAIN', 'WORK']),
	text('WhatsApp ID', 'wa_id', {
		placeholder: 'e.g. 15551234567',
		description: 'The number in digits; makes WhatsApp show a button to write to this person',
	}),
]);

const emails = several('Emails', 'emails', [
	text('Email', 'email', { placeholder: 'name@email.com' }),
	kind(HOME_OR_WORK),
]);

const urls = several('Websites', 'urls', [
	text('URL', 'url', { placeholder: 'e.g. https://example.com' }),
	kind(HOME_OR_WORK),
]);

const addresses = several('Addresses', 'addresses', [
	text('City', 'city'),
	text('Country', 'country'),
	text('Country Code', 'country_code', { description: 'Two letters, such as us' }),
	text('State', 'state'),
	text('Street', 'street'),
	kind(HOME_OR_WORK),
	text('ZIP', 'zip'),
]);

const more: INodeProperties = {
	displayName: 'More Details',
	name: 'more',
	type: 'collection',
	placeholder: 'Add detail',
	default: {},
	options: [
		text('Birthday', 'birthday', { placeholder: 'e.g. 1990-08-18' }),
		text('Company', 'company'),
		text('Department', 'department'),
		text('Job Title', 'title'),
		text('Middle Name', 'middle_name'),
		text('Name Prefix', 'prefix', { placeholder: 'e.g. Dr' }),
		text('Name Suffix', 'suffix', { placeholder: 'e.g. Jr' }),
	],
};

export const contactsField: INodeProperties = {
	displayName: 'Contacts',
	name: 'contacts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add contact',
	default: {},
	description: 'One card for each contact',
	options: [
		{
			displayName: 'Contact',
			name: 'contact',
			values: [
				text('Name', 'formatted_name', {
					placeholder: 'e.g. Jane Doe',
					description: 'The whole name, as the card shows it',
				}),
				text('First Name', 'first_name', {
					description:
						'Left empty together with all other parts of the name, the whole name stands here',
				}),
				text('Last Name', 'last_name'),
				phones,
				emails,
				urls,
				addresses,
				more,
			],
		},
	],
};

/** One entry of `contactsField`. */
export function cardOf({ phones, emails, urls, addresses, more, ...name }: IDataObject) {
	const entries = (group: unknown) => rowsOf(group, 'entry').map(textsOf);
	return {
		...textsOf(name),
		...textsOf((more ?? {}) as IDataObject),
		phones: entries(phones),
		emails: entries(emails),
		urls: entries(urls),
		addresses: entries(addresses),
	} as unknown as ContactCard;
}
