import { InputError } from '../../input';
import { checkCount } from '../counts';
import { checkLength } from '../limits';
import { mediaObject, type Media } from '../media';
import { required } from '../required';
import { ctaUrlAction } from './ctaUrl';
import { interactiveContent } from './frame';
import { checkedButtons, type ReplyButton } from './replyButtons';

export interface MediaCard {
	type: 'image' | 'video';
	media: Media;
	body?: string;
	/** Either a link or quick replies; the same kind and number on all cards. */
	link?: { text: string; url: string };
	replies?: ReplyButton[];
}

const signature = ({ type, link, replies = [] }: MediaCard) =>
	`${type} ${link ? 'link' : replies.length}`;

function checkAlike(cards: MediaCard[]): void {
	const odd = cards.findIndex((card) => signature(card) !== signature(cards[0]));
	if (odd < 0) return;
	throw new InputError(
		`Card ${odd + 1} differs from card 1. All cards of a carousel need the same kind of file and the same kind and number of buttons.`,
	);
}

function cardBody(body: string | undefined, at: number) {
	if (!body?.trim()) return {};
	checkLength('card.body', body, `text of card ${at + 1}`);
	if (body.split('\n').length > 3) {
		throw new InputError(`The text of card ${at + 1} has more than the two line breaks allowed.`);
	}
	return { body: { text: body } };
}

function cardAction({ link, replies = [] }: MediaCard, at: number) {
	if (link) return ctaUrlAction(link, `the button of card ${at + 1}`);
	if (replies.length === 0) throw new InputError(`Card ${at + 1} has no button. Add one.`);
	const buttons = checkedButtons(replies, ` of card ${at + 1}`);
	return { buttons: buttons.map((quick_reply) => ({ type: 'quick_reply', quick_reply })) };
}

/** Two to ten pictures or videos to swipe through, each with its own buttons. */
export function mediaCarouselContent(body: string, cards: MediaCard[]) {
	checkCount('carousel.cards', cards.length);
	checkAlike(cards);
	const built = cards.map((card, card_index) => ({
		card_index,
		// Meta's name for a media card, also for one with quick replies.
		type: 'cta_url',
		header: { type: card.type, [card.type]: mediaObject(card.media) },
		...cardBody(card.body, card_index),
		action: cardAction(card, card_index),
	}));
	return interactiveContent('carousel', { body }, { cards: built });
}

/** Two to ten products of one catalog to swipe through. */
export function productCarouselContent(body: string, catalogId: string, productIds: string[]) {
	checkCount('carousel.cards', productIds.length);
	const catalog_id = required('The catalog ID', catalogId).trim();
	const cards = productIds.map((product_retailer_id, card_index) => ({
		card_index,
		type: 'product',
		action: { product_retailer_id, catalog_id },
	}));
	return interactiveContent('carousel', { body }, { cards });
}
