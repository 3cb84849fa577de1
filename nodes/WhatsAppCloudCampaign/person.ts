import { InputError } from '../../core/input';
import { contactKeyOf, normalisePhone } from '../../core/message/phone';

const USER_ID = /^[A-Z]{2}\.[A-Za-z0-9.]+$/;
const CONTACT_TAG = /^[0-9a-f]{24}$/;

/** A person by number, user ID or the ledger's contact key. Throws InputError when it is none of them. */
export function personOf(entered: string): { digits: string; contact_key: string } {
	if (entered === '') {
		throw new InputError('Enter the person: a phone number with country code, or a user ID.');
	}
	if (USER_ID.test(entered) || CONTACT_TAG.test(entered))
		return { digits: '', contact_key: entered };
	const { digits } = normalisePhone(entered);
	return { digits, contact_key: contactKeyOf({ phone: digits }) };
}
