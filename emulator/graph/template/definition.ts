import type { Component, Store } from '../../store';
import { variablesOf } from '../message/fitText';
import { checkButtons } from './buttons';
import { checkExample } from './examples';
import { checkMedia } from './sample';
import { refused } from './refused';

const HEADER = 2388047;
const BODY = 2388072;
const FOOTER = 2388073;
const TOO_LONG = 2388040;

export interface Definition {
	category: string;
	isNamed: boolean;
	components: Component[];
}

const kindOf = ({ type }: Component) => type.toUpperCase();

/** Checks a definition as Meta does before it goes into review. Throws its refusal of the first thing that is wrong. */
export function checkDefinition(store: Store, { category, isNamed, components }: Definition): void {
	const all = (kind: string) => components.filter((one) => kindOf(one) === kind);
	for (const kind of ['HEADER', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'])
		if (all(kind).length > 1)
			throw refused(BODY, 'Message template is incorrect', `There may be one ${kind} at most.`);
	const bodies = all('BODY');
	if (bodies.length !== 1)
		throw refused(
			BODY,
			'Message template body format is incorrect',
			'A template needs exactly one body.',
		);
	const [header] = all('HEADER');
	const [footer] = all('FOOTER');
	const [offer] = all('LIMITED_TIME_OFFER');
	const [carousel] = all('CAROUSEL');
	if (category === 'AUTHENTICATION') {
		checkAuthentication(bodies[0], footer);
	} else {
		checkBody(bodies[0], isNamed, offer ? 600 : 1024);
		if (footer) checkFooter(footer);
	}
	if (header) checkHeader(store, header, category, isNamed);
	checkButtons(all('BUTTONS')[0]?.buttons ?? [], category);
	if ((offer || carousel) && category !== 'MARKETING')
		throw refused(
			BODY,
			'Message template is incorrect',
			'Offers and carousels are for marketing templates.',
		);
	if (offer) checkOffer(offer, footer);
	if (carousel) checkCards(store, carousel, isNamed);
}

function checkAuthentication(body: Component, footer: Component | undefined): void {
	if (body.text)
		throw refused(
			BODY,
			'Message template body format is incorrect',
			'The body of an authentication template has no text of your own.',
		);
	const minutes = footer?.code_expiration_minutes;
	if (minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 90))
		throw refused(
			FOOTER,
			'Message template footer format is incorrect',
			'code_expiration_minutes must be between 1 and 90.',
		);
}

function checkBody(body: Component, isNamed: boolean, max: number): void {
	const text = body.text ?? '';
	if (!text)
		throw refused(BODY, 'Message template body format is incorrect', 'The body needs a text.');
	if (text.length > max)
		throw refused(
			TOO_LONG,
			'Character Limit Exceeded',
			`The body may have ${max} characters at most.`,
		);
	if (/^\s*{{|}}\s*$/.test(text))
		throw refused(
			2388299,
			"Variables can't be at the start or end of the template",
			'Put words before and after every variable.',
		);
	const variables = variablesOf(text);
	const words = text
		.replace(/{{[^}]*}}/g, ' ')
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word));
	if (words.length < variables.length)
		throw refused(
			2388293,
			'This template has too many variables for its length',
			'Write more words or use fewer variables.',
		);
	checkVariables(variables, isNamed, BODY, 'body');
	checkExample('BODY', body, variables, isNamed);
}

/** Positional variables count from 1 without a gap; named ones are lower-case words. */
function checkVariables(names: string[], isNamed: boolean, code: number, where: string): void {
	const fits = isNamed
		? names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))
		: names.every((name) => /^\d+$/.test(name)) &&
			names.every((_, index) => names.includes(String(index + 1)));
	if (fits) return;
	throw refused(
		code,
		`Message template ${where} format is incorrect`,
		isNamed
			? 'Named variables have lower-case letters, digits and underscores.'
			: 'Positional variables are {{1}}, {{2}} and so on, without a gap.',
	);
}

const MEDIA = ['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'];

function checkHeader(store: Store, header: Component, category: string, isNamed: boolean): void {
	const wrong = (text: string) =>
		refused(HEADER, 'Message template header format is incorrect', text);
	const format = header.format?.toUpperCase() ?? '';
	if (category === 'AUTHENTICATION') throw wrong('Authentication templates have no header.');
	if (format === 'TEXT') {
		const text = header.text ?? '';
		if (!text) throw wrong('A text header needs a text.');
		if (text.length > 60)
			throw refused(
				TOO_LONG,
				'Character Limit Exceeded',
				'The header may have 60 characters at most.',
			);
		const variables = variablesOf(text);
		if (variables.length > 1) throw wrong('A header takes one variable.');
		checkVariables(variables, isNamed, HEADER, 'header');
		checkExample('HEADER', header, variables, isNamed);
	} else if (MEDIA.includes(format)) checkMedia(store, header, format);
	else if (!['LOCATION', 'PRODUCT'].includes(format))
		throw wrong('format must be TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION or PRODUCT.');
}

function checkFooter({ text = '' }: Component): void {
	if (text.length > 60)
		throw refused(
			TOO_LONG,
			'Character Limit Exceeded',
			'The footer may have 60 characters at most.',
		);
	if (!text || /{{/.test(text))
		throw refused(
			FOOTER,
			'Message template footer format is incorrect',
			'A footer is a text without variables.',
		);
}

function checkOffer(offer: Component, footer: Component | undefined): void {
	const { text = '' } = (offer.limited_time_offer ?? {}) as { text?: string };
	if (!text || text.length > 16)
		throw refused(
			TOO_LONG,
			'Character Limit Exceeded',
			'An offer has a text of 1 to 16 characters.',
		);
	if (footer)
		throw refused(
			FOOTER,
			'Message template footer format is incorrect',
			'A template with an offer has no footer.',
		);
}

function checkCards(store: Store, { cards = [] }: Component, isNamed: boolean): void {
	const wrong = (text: string) => refused(BODY, 'Message template carousel is incorrect', text);
	if (cards.length < 2 || cards.length > 10) throw wrong('A carousel has 2 to 10 cards.');
	const shape = ({ components }: { components: Component[] }) =>
		components
			.map(
				(one) =>
					`${kindOf(one)} ${one.format?.toUpperCase() ?? ''} ${(one.buttons ?? []).map(({ type }) => type.toUpperCase()).join()}`,
			)
			.sort()
			.join('; ');
	if (cards.some((card) => shape(card) !== shape(cards[0])))
		throw wrong('All cards have the same parts.');
	for (const { components } of cards) {
		const part = (kind: string) => components.find((one) => kindOf(one) === kind);
		const header = part('HEADER');
		if (!header) throw wrong('Every card has a header.');
		if (!['IMAGE', 'VIDEO', 'PRODUCT'].includes(header.format?.toUpperCase() ?? ''))
			throw wrong('The header of a card is an image, a video or a product.');
		checkHeader(store, header, 'MARKETING', isNamed);
		const body = part('BODY');
		if (body) checkBody(body, isNamed, 160);
		const buttons = part('BUTTONS')?.buttons ?? [];
		if (buttons.length > 2) throw wrong('A card has 2 buttons at most.');
		checkButtons(buttons, 'MARKETING');
	}
}
