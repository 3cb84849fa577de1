import { InputError } from '../../input';
import { checkNumber, checkText } from '../../management/limits';
import { buttonsComponent } from './buttons';
import type { CardDraft } from './draft';
import { bodyComponent, headerComponent, type Component } from './texts';

function cardOf(card: CardDraft, at: number, examples: Record<string, string>, named: boolean) {
	const { body, buttons, media } = card;
	checkText('template.card', body, `text of card ${at + 1}`);
	checkNumber('template', `buttons on card ${at + 1}`, buttons.length, [1, 2]);
	return {
		components: [
			headerComponent(media, named),
			...(body.trim() ? [bodyComponent({ body, examples, buttons: [] }, named)] : []),
			buttonsComponent(buttons),
		],
	};
}

/** What all cards must have in common: the kind of file, whether there is a text, and the kinds of buttons. */
const shapeOf = ({ media, body, buttons }: CardDraft) =>
	[media.format, body.trim() !== '', ...buttons.map(({ type }) => type)].join(' ');

/** The cards people swipe through. Throws InputError for what Meta would refuse. */
export function carouselComponent(
	cards: CardDraft[],
	examples: Record<string, string>,
	named: boolean,
): Component {
	checkNumber('template', 'cards', cards.length, [2, 10]);
	const odd = cards.findIndex((card) => shapeOf(card) !== shapeOf(cards[0]));
	if (odd > 0) {
		throw new InputError(
			`Card ${odd + 1} is made differently from card 1. All cards have the same kind of file, all or none a text, and the same kinds of buttons in the same order.`,
		);
	}
	return { type: 'CAROUSEL', cards: cards.map((card, at) => cardOf(card, at, examples, named)) };
}
