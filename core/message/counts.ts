import { InputError } from '../input';

interface Count {
	/** What the user sees it as: "list message". */
	item: string;
	/** What is counted, in the plural. */
	things: string;
	min: number;
	max: number;
	source: string;
}

/** How many of something Meta takes, checked before the call. */
export const counts = {
	'contacts.cards': {
		item: 'contacts message',
		things: 'contacts',
		min: 1,
		max: 257,
		source: 'Cloud API guides, Contacts messages',
	},
	'buttons.buttons': {
		item: 'reply button message',
		things: 'buttons',
		min: 1,
		max: 3,
		source: 'Cloud API guides, Reply buttons',
	},
	'list.sections': {
		item: 'list message',
		things: 'sections',
		min: 1,
		max: 10,
		source: 'Cloud API guides, List messages',
	},
	'list.rows': {
		item: 'list message',
		things: 'rows in all its sections together',
		min: 1,
		max: 10,
		source: 'Cloud API guides, List messages',
	},
	'products.sections': {
		item: 'product list',
		things: 'sections',
		min: 1,
		max: 10,
		source: 'Cloud API guides, Multi-product messages',
	},
	'products.products': {
		item: 'product list',
		things: 'products in all its sections together',
		min: 1,
		max: 30,
		source: 'Cloud API guides, Multi-product messages',
	},
	'carousel.cards': {
		item: 'carousel',
		things: 'cards',
		min: 2,
		max: 10,
		source: 'Cloud API guides, Media carousel',
	},
	'callButton.minutes': {
		item: 'call button',
		things: 'minutes until it ends',
		min: 1,
		max: 43_200,
		source: 'Cloud API guides, Calling, Call buttons',
	},
	'pin.days': {
		item: 'pin',
		things: 'days until it ends',
		min: 1,
		max: 30,
		source: 'Cloud API guides, Groups, Pinned messages',
	},
} satisfies Record<string, Count>;

/** Throws InputError when there are fewer or more than Meta takes; the sentence names item, limit and actual number. */
export function checkCount(limit: keyof typeof counts, count: number): void {
	const { item, things, min, max } = counts[limit];
	if (count >= min && count <= max && Number.isInteger(count)) return;
	throw new InputError(`This ${item} has ${count} ${things}; WhatsApp allows ${min} to ${max}.`);
}
