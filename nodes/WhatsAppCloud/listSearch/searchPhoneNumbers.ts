import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { allPages } from '../../../core/graph/pages';
import { InputError } from '../../../core/input';
import { asked, matches } from './asked';

interface PhoneNumber {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
}

/** All numbers of the business account, by the number and the name people see. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const numbers = await asked(this, async ({ account: { businessAccountId }, graph }) => {
		if (!businessAccountId) {
			throw new InputError('Enter the Business Account ID in the credential to list its numbers.');
		}
		return await allPages<PhoneNumber>(graph, {
			method: 'GET',
			path: `/${businessAccountId}/phone_numbers`,
			qs: { fields: 'id,display_phone_number,verified_name' },
		});
	});
	const results = numbers.map(({ id, display_phone_number, verified_name }) => ({
		name: [display_phone_number, verified_name].filter(Boolean).join(' · ') || id,
		value: id,
	}));
	return { results: results.filter(({ name, value }) => matches(`${name} ${value}`, filter)) };
}
