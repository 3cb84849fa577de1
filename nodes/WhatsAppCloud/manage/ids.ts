import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../core/input';
import { phoneNumberIdOf } from '../../shared/fields';
import { textOf, type Fields } from '../form';

interface Locator {
	displayName: string;
	name: string;
	description: string;
	searchListMethod: string;
	placeholder: string;
	/** Offers a third way, beside list and ID: what it is written like, and a hint. */
	byName?: { placeholder: string; hint: string };
}

/** Chooses one of what the account has: from a list, or by ID. */
export const locator = ({
	searchListMethod,
	placeholder,
	byName,
	...words
}: Locator): INodeProperties => ({
	...words,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		...(byName
			? [{ displayName: 'By Name', name: 'name', type: 'string' as const, ...byName }]
			: []),
	],
});

/** What was chosen in a locator, as text. */
export const chosen = ({ context, item }: Fields, name: string) =>
	textOf(context.getNodeParameter(name, item, '', { extractValue: true })).trim();

/** The chosen ID, into the facts as `fact`. Throws InputError when it is empty or would lead to another address. */
export function idOf(
	form: Fields,
	{ displayName, name }: { displayName: string; name: string },
	fact: string,
): string {
	const id = chosen(form, name);
	form.services.facts[fact] = id;
	if (/^[\w=-]+$/.test(id)) return id;
	const what = id === '' ? `No ${displayName} is chosen` : `"${id}" is no ID of a ${displayName}`;
	throw new InputError(`${what}. Choose one from the list, or enter its ID.`);
}

/** The number this is about, into the facts. */
export function numberOf({ context, item, services }: Fields): string {
	const id = phoneNumberIdOf(context, item, services.account);
	services.facts.phone_number_id = id;
	return id;
}

/** The business account of the credential, into the facts. Throws InputError when it has none. */
export function accountOf({ services: { account, facts } }: Fields): string {
	const id = account.businessAccountId;
	if (!/^\d+$/.test(id)) {
		throw new InputError(
			'The credential has no Business Account ID, or one with other signs than digits. Enter it in the credential.',
		);
	}
	facts.business_account_id = id;
	return id;
}
