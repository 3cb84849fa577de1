import { firstText, record, text, type Json } from '../read';

/** Who a message or status is about, as far as Meta says. */
export interface Person {
	phone: string;
	user_id: string;
	name: string;
	username: string;
}

/** The stable name of a person: business-scoped user ID when known, else the number. */
export const contactKey = ({ user_id, phone }: Pick<Person, 'user_id' | 'phone'>) =>
	user_id || phone;

function toPerson(contact: Json): Person {
	const profile = record(contact.profile);
	return {
		phone: text(contact.wa_id),
		user_id: text(contact.user_id),
		name: text(profile.name),
		username: firstText(profile.username, contact.username),
	};
}

/**
 * Fills what the event itself leaves out from the `contacts` beside it: the contact with the same user ID or number, or
 * the only contact beside the only event (Meta writes some countries' numbers in two ways).
 */
export function whoIs(
	contacts: readonly unknown[],
	phone: string,
	user_id: string,
	alone: boolean,
): Person {
	const people = contacts.map((contact) => toPerson(record(contact)));
	const match =
		people.find((person) => user_id && person.user_id === user_id) ??
		people.find((person) => phone && person.phone === phone) ??
		(alone && people.length === 1 && !(user_id && people[0].user_id) ? people[0] : undefined);
	return {
		phone: phone || match?.phone || '',
		user_id: user_id || match?.user_id || '',
		name: match?.name ?? '',
		username: match?.username ?? '',
	};
}
