import { userIdOf } from './ids';

/** Somebody with WhatsApp. The phone number is unknown to us when they hide it behind a username. */
export interface Person {
	wa_id?: string;
	user_id: string;
	name: string;
	username?: string;
	/** Told Meta to stop our marketing messages. */
	stopped: boolean;
	/** Milliseconds since 1970 of their last message to each of our numbers: this opens the 24-hour window. */
	wrote: Map<string, number>;
}

export interface People {
	byPhone: (digits: string) => Person;
	byUserId: (userId: string) => Person;
	/** The person who writes to us, remembered under both names. */
	meet: (who: { from?: string; user_id?: string; name?: string; username?: string }) => Person;
	clear: () => void;
}

export function createPeople(): People {
	const phones = new Map<string, Person>();
	const users = new Map<string, Person>();

	function remember(person: Person): Person {
		users.set(person.user_id, person);
		if (person.wa_id) phones.set(person.wa_id, person);
		return person;
	}
	const stranger = (user_id: string, wa_id?: string): Person =>
		remember({ wa_id, user_id, name: nameOf(wa_id ?? user_id), stopped: false, wrote: new Map() });

	const byPhone = (digits: string) => phones.get(digits) ?? stranger(userIdOf(digits), digits);
	const byUserId = (userId: string) => users.get(userId) ?? stranger(userId);

	return {
		byPhone,
		byUserId,
		meet: ({ from, user_id, name, username }) => {
			const person = user_id ? byUserId(user_id) : byPhone(from ?? '');
			if (from) person.wa_id = from;
			if (name) person.name = name;
			if (username) person.username = username;
			return remember(person);
		},
		clear: () => {
			phones.clear();
			users.clear();
		},
	};
}

const NAMES = [
	'Ana',
	'Ben',
	'Chidi',
	'Dana',
	'Eli',
	'Fay',
	'Gus',
	'Hana',
	'Ines',
	'Jo',
	'Kofi',
	'Lea',
];

/** Everybody has a profile name in WhatsApp, so everybody gets one here. */
const nameOf = (id: string) => NAMES[Number(id.replace(/\D/g, '').slice(-3) || 0) % NAMES.length];
