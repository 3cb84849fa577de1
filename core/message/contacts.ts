import { checkCount } from './counts';
import type { Content } from './envelope';
import { given, required } from './required';

/** A contact card in plain fields. Types are Meta's: CELL, MAIN, IPHONE, HOME or WORK. */
export interface ContactCard {
	formatted_name: string;
	first_name?: string;
	last_name?: string;
	middle_name?: string;
	prefix?: string;
	suffix?: string;
	/** YYYY-MM-DD. */
	birthday?: string;
	company?: string;
	department?: string;
	title?: string;
	/** `wa_id` makes WhatsApp show a Message button. */
	phones?: { phone: string; type?: string; wa_id?: string }[];
	emails?: { email: string; type?: string }[];
	urls?: { url: string; type?: string }[];
	addresses?: Record<string, string | undefined>[];
}

const NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'] as const;

function nameOf(card: ContactCard, at: number) {
	const formatted_name = required(`The name of contact ${at + 1}`, card.formatted_name);
	const parts = given(Object.fromEntries(NAME_PARTS.map((part) => [part, card[part]])));
	// Meta refuses a card that has no part of the name beside the whole one.
	const complete = Object.keys(parts).length > 0 ? parts : { first_name: formatted_name };
	return { formatted_name, ...complete };
}

const lists = (card: ContactCard) => {
	const { phones = [], emails = [], urls = [], addresses = [] } = card;
	const all = { phones, emails, urls, addresses };
	const kept = Object.entries(all).map(
		([name, list]) => [name, list.map((one) => given({ ...one }))] as const,
	);
	return Object.fromEntries(kept.filter(([, list]) => list.length > 0));
};

function toCard(card: ContactCard, at: number) {
	const { company, department, title, birthday } = card;
	const org = given({ company, department, title });
	return {
		name: nameOf(card, at),
		...given({ birthday }),
		...lists(card),
		...(Object.keys(org).length > 0 && { org }),
	};
}

/** Contact cards. Throws InputError when one has no name, and for none or more than Meta takes. */
export function contactsContent(cards: ContactCard[]): Content {
	checkCount('contacts.cards', cards.length);
	return { type: 'contacts', contacts: cards.map(toCard) };
}
