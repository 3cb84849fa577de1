import type { Graph } from '../client';
import { GraphError } from '../error';
import { allPages } from '../pages';
import type { CredentialToCheck } from './input';
import { isBusy } from './token';

export interface PhoneNumber {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
}

/** All numbers of the account, or Meta's refusal to list them. */
export async function askForNumbers(
	graph: Graph,
	account: string,
): Promise<PhoneNumber[] | GraphError> {
	try {
		return await allPages<PhoneNumber>(graph, {
			method: 'GET',
			path: `/${account}/phone_numbers`,
			qs: { fields: 'id,display_phone_number,verified_name' },
		});
	} catch (error) {
		if (error instanceof GraphError) return error;
		return await Promise.reject(error);
	}
}

const digits = (text = '') => text.replace(/\D/g, '');
const MAX_LISTED = 5;

/** `+1 555 010 0001 (ID 1065…)`, what a person recognises first. */
export const nameOf = ({ id, display_phone_number, verified_name }: PhoneNumber) =>
	[display_phone_number, verified_name && `"${verified_name}"`, `(ID ${id})`]
		.filter(Boolean)
		.join(' ');

function listed(numbers: PhoneNumber[]): string {
	if (numbers.length === 0) return 'That account has no phone number yet.';
	const more = numbers.length > MAX_LISTED ? ` and ${numbers.length - MAX_LISTED} more` : '';
	return `It has ${numbers.slice(0, MAX_LISTED).map(nameOf).join(', ')}${more}.`;
}

/** A sentence when the account cannot be read or the number is not one of its numbers. */
export function aboutNumbers(
	answer: PhoneNumber[] | GraphError,
	{ businessAccountId, phoneNumberId }: CredentialToCheck,
): string[] {
	if (answer instanceof GraphError) {
		return isBusy(answer)
			? [`The phone numbers could not be read. ${answer.reason} ${answer.nextStep}`]
			: [
					`The Business Account ID ${businessAccountId} is not a WhatsApp Business Account this token can see (Meta's code ${answer.code}): compare it with WhatsApp > API Setup, and assign the account to the system user with full control.`,
				];
	}
	if (!phoneNumberId || answer.some(({ id }) => id === phoneNumberId)) return [];
	const itself = answer.find(
		({ display_phone_number }) => digits(display_phone_number) === phoneNumberId,
	);
	return itself
		? [`The Phone Number ID is the phone number itself: enter its ID, ${itself.id}, instead.`]
		: [
				`The Phone Number ID ${phoneNumberId} is not a number of the business account ${businessAccountId}. ${listed(answer)}`,
			];
}
