import type { Person } from '../../people';
import type { PhoneNumber } from '../../store';
import type { World } from '../../world';
import { messageFailure } from '../error';

export interface Recipient {
	/** What the caller wrote, for the answer. */
	input: string;
	/** Digits as WhatsApp knows them, user ID, or group ID. */
	to: string;
	person: Person;
	addressedBy: 'phone' | 'user_id' | 'group';
}

export const digitsOf = (to: string) => to.replace(/[\s().+-]/g, '');

/**
 * The number as WhatsApp knows it, which in three countries is not the number people dial: Mexico keeps the 1 after
 * 52, Argentina the 9 after 54, and Brazil's older accounts lack the extra 9.
 */
export function waIdOf(digits: string): string {
	if (/^52[2-9]\d{9}$/.test(digits)) return `521${digits.slice(2)}`;
	if (/^54[1-8]\d{9}$/.test(digits)) return `549${digits.slice(2)}`;
	const brazil = /^55([3-9]\d)9(\d{8})$/.exec(digits);
	return brazil ? `55${brazil[1]}${brazil[2]}` : digits;
}

const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Who a message is for; `to` wins when both are given. */
export function readRecipient(
	{ store, settings }: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
): Recipient {
	const { to, recipient, recipient_type } = body;
	if (recipient_type === 'group') {
		const group = String(to ?? '');
		return { input: group, to: group, person: store.people.byUserId(group), addressedBy: 'group' };
	}
	if (to === undefined) {
		const userId = String(recipient);
		if (!USER_ID.test(userId))
			throw messageFailure(131009, 'recipient is not a business-scoped user ID');
		const person = store.people.byUserId(userId);
		return { input: userId, to: userId, person, addressedBy: 'user_id' };
	}
	const digits = digitsOf(String(to));
	if (!/^\d{7,15}$/.test(digits))
		throw messageFailure(
			131009,
			`to: '${String(to)}' is not a phone number in international format`,
		);
	const waId = waIdOf(digits);
	if (waId === number.digits) throw messageFailure(131021);
	const { allowed_recipients } = settings();
	if (
		allowed_recipients.length > 0 &&
		!allowed_recipients.some((one) => waIdOf(digitsOf(one)) === waId)
	)
		throw messageFailure(131030);
	return { input: String(to), to: waId, person: store.people.byPhone(waId), addressedBy: 'phone' };
}
