import { InputError } from '../input';
import { contactKeyOf, normalisePhone, type PhoneOptions } from './phone';

/** A person or a group to write to. Exactly one of `to` (E.164 with plus) and `recipient` (business-scoped user ID) goes to Meta. */
export interface Address {
	wire: { to: string } | { recipient: string };
	/** Digits or user ID, as results show it. */
	shown: string;
	changed: string;
	contact_key: string;
	recipientType?: 'group';
}

// `CC.` or, for linked portfolios, `CC.ENT.`, then up to 128 letters and digits.
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** True for Meta's business-scoped user IDs such as `US.13491208655302741918`. */
export const isUserId = (text: string) => USER_ID.test(text);

/**
 * Reads a phone number or a business-scoped user ID. The plus sign is sent because Meta puts the business number's own
 * country code in front of numbers without one. Throws InputError for anything that is neither.
 */
export function addressOf(input: string, options: PhoneOptions = {}): Address {
	const text = String(input ?? '').trim();
	if (text === '') {
		throw new InputError(
			'The recipient is empty. Enter a phone number with its country code, or a WhatsApp user ID such as US.13491208655302741918.',
		);
	}
	if (isUserId(text)) {
		return { wire: { recipient: text }, shown: text, changed: '', contact_key: text };
	}
	const { digits, changed } = normalisePhone(text, options);
	return {
		wire: { to: `+${digits}` },
		shown: digits,
		changed,
		contact_key: contactKeyOf({ phone: digits }),
	};
}

/** A group, by the ID that Meta gave when it was made. Throws InputError for what cannot be one. */
export function groupAddress(input: string): Address {
	const id = String(input ?? '').trim();
	if (/^[^\s+][^\s]*$/.test(id)) {
		return {
			wire: { to: id },
			shown: id,
			changed: '',
			contact_key: id,
			recipientType: 'group',
		};
	}
	const what = id === '' ? 'is empty' : `"${id}" is not a group ID`;
	throw new InputError(
		`The recipient ${what}. Enter the ID of the group, not a phone number, or choose Person as the recipient type.`,
	);
}
