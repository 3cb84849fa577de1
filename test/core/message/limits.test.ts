import { addressOf, groupAddress } from '../../../core/message/address';
import { contactsContent } from '../../../core/message/contacts';
import { counts } from '../../../core/message/counts';
import { customContent } from '../../../core/message/custom';
import { callButtonContent } from '../../../core/message/interactive/callButton';
import {
	mediaCarouselContent,
	productCarouselContent,
	type MediaCard,
} from '../../../core/message/interactive/carousel';
import { ctaUrlContent } from '../../../core/message/interactive/ctaUrl';
import { flowContent } from '../../../core/message/interactive/flow';
import { listContent } from '../../../core/message/interactive/list';
import { orderDetailsContent } from '../../../core/message/interactive/order';
import { productListContent } from '../../../core/message/interactive/products';
import { replyButtonsContent } from '../../../core/message/interactive/replyButtons';
import { InputError } from '../../../core/input';
import { locationContent } from '../../../core/message/location';
import { mediaContent, mediaId, mediaLink } from '../../../core/message/media';
import { pinContent } from '../../../core/message/pin';
import { reactionContent } from '../../../core/message/reaction';
import { readBody } from '../../../core/message/read';

const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (at: number) => T) =>
	Array.from({ length: count }, (_, at) => make(at));
const body = 'Hello';
const frame = { body };
const link = { link: 'https://a.example/b' };
const row = (title: string, more = {}) => [{ title: 'A', rows: [{ title, ...more }] }];
const card: MediaCard = {
	type: 'image',
	media: link,
	body: 'One',
	link: { text: 'Open', url: 'https://a.example' },
};
const replies = (...titles: string[]) => ({
	...card,
	link: undefined,
	replies: titles.map((title) => ({ title })),
});
const order = {
	referenceId: 'o-1',
	type: 'digital-goods' as const,
	currency: 'INR',
	items: [{ name: 'Bread', amount: '1', quantity: 1 }],
	payment: {},
};

/** At the limit it goes through; beyond it is refused with field, limit and number. */
const limited: [string, (size: number) => unknown, number, RegExp][] = [
	[
		'a caption',
		(n) => mediaContent('image', link, { caption: x(n) }),
		1024,
		/caption of this message has 1,025 .* 1,024/,
	],
	[
		'a file name',
		(n) => mediaContent('document', link, { filename: x(n) }),
		240,
		/file name .* 241 .* 240/,
	],
	[
		'a body',
		(n) => ctaUrlContent({ body: x(n) }, { text: 'a', ...{ url: link.link } }),
		1024,
		/body of this message has 1,025/,
	],
	[
		'the body of a list',
		(n) => listContent({ body: x(n) }, 'a', row('a')),
		4096,
		/body of this list message has 4,097/,
	],
	[
		'a header',
		(n) => replyButtonsContent({ body, header: { type: 'text', text: x(n) } }, [{ title: 'a' }]),
		60,
		/header of this message has 61/,
	],
	[
		'a footer',
		(n) => replyButtonsContent({ body, footer: x(n) }, [{ title: 'a' }]),
		60,
		/footer .* 61 .* 60/,
	],
	[
		'a button title',
		(n) => replyButtonsContent(frame, [{ title: 'a' }, { title: x(n) }]),
		20,
		/title of button 2 of this message has 21 .* 20/,
	],
	[
		'a button ID',
		(n) => replyButtonsContent(frame, [{ title: 'a', id: x(n) }]),
		256,
		/ID of button 1 .* 257/,
	],
	[
		'reply buttons',
		(n) =>
			replyButtonsContent(
				frame,
				many(n, (at) => ({ title: `${at}` })),
			),
		3,
		/has 4 buttons; WhatsApp allows 1 to 3/,
	],
	['a list button', (n) => listContent(frame, x(n), row('a')), 20, /button text .* 21/],
	[
		'a section title',
		(n) => listContent(frame, 'a', [{ title: x(n), rows: [{ title: 'a' }] }]),
		24,
		/title of section 1 .* 25/,
	],
	[
		'a row title',
		(n) => listContent(frame, 'a', row(x(n))),
		24,
		/title of row 1 in section 1 .* 25 .* 24/,
	],
	['a row ID', (n) => listContent(frame, 'a', row('a', { id: x(n) })), 200, /ID of row 1 .* 201/],
	[
		'a row description',
		(n) => listContent(frame, 'a', row('a', { description: x(n) })),
		72,
		/description of row 1 .* 73/,
	],
	[
		'rows',
		(n) => listContent(frame, 'a', [{ rows: many(n, (at) => ({ title: `${at}` })) }]),
		10,
		/has 11 rows in all its sections together; WhatsApp allows 1 to 10/,
	],
	[
		'sections of products',
		(n) =>
			productListContent(
				{ ...frame, header: 'a' },
				'1',
				many(n, (at) => ({ title: `${at}`, productIds: ['a'] })),
			),
		10,
		/has 11 sections/,
	],
	[
		'products',
		(n) => productListContent({ ...frame, header: 'a' }, '1', [{ productIds: many(n, String) }]),
		30,
		/has 31 products/,
	],
	[
		'a URL button',
		(n) => ctaUrlContent(frame, { text: x(n), url: link.link }),
		20,
		/text of the button .* 21/,
	],
	['a call button', (n) => callButtonContent(body, { text: x(n) }), 20, /button text .* 21 .* 20/],
	[
		'the payload of a call button',
		(n) => callButtonContent(body, { payload: x(n) }),
		512,
		/payload .* 513/,
	],
	[
		'the minutes of a call button',
		(n) => callButtonContent(body, { minutes: n }),
		43_200,
		/has 43201 minutes/,
	],
	[
		'a flow button',
		(n) => flowContent(frame, { id: '1', cta: x(n) }),
		30,
		/button text of this flow message has 31/,
	],
	[
		'cards',
		(n) =>
			mediaCarouselContent(
				body,
				many(n, () => card),
			),
		10,
		/has 11 cards; WhatsApp allows 2 to 10/,
	],
	['product cards', (n) => productCarouselContent(body, '1', many(n, String)), 10, /has 11 cards/],
	[
		'the text of a card',
		(n) => mediaCarouselContent(body, [card, { ...card, body: x(n) }]),
		160,
		/text of card 2 of this carousel has 161/,
	],
	[
		'a button of a card',
		(n) => mediaCarouselContent(body, [replies('a'), replies(x(n))]),
		20,
		/title of button 1 of card 2 .* 21/,
	],
	[
		'contacts',
		(n) => contactsContent(many(n, () => ({ formatted_name: 'Jo' }))),
		257,
		/has 258 contacts/,
	],
	['days of a pin', (n) => pinContent({ messageId: 'a', days: n }), 30, /has 31 days/],
];

it.each(limited)('%s may reach the limit and not pass it', (_name, build, max, sentence) => {
	expect(() => build(max)).not.toThrow();
	expect(() => build(max + 1)).toThrow(InputError);
	expect(() => build(max + 1)).toThrow(sentence);
});

it.each<[string, () => unknown, RegExp]>([
	['no buttons', () => replyButtonsContent(frame, []), /0 buttons/],
	[
		'a button without a title',
		() => replyButtonsContent(frame, [{ title: ' ' }]),
		/title of button 1 is empty/,
	],
	[
		'two buttons alike',
		() => replyButtonsContent(frame, [{ title: 'a' }, { title: 'a', id: 'b' }]),
		/Two button titles are "a"/,
	],
	[
		'two button IDs alike',
		() =>
			replyButtonsContent(frame, [
				{ title: 'a', id: 'c' },
				{ title: 'b', id: 'c' },
			]),
		/Two button IDs are "c"/,
	],
	['no body', () => replyButtonsContent({ body: ' ' }, [{ title: 'a' }]), /The body is empty/],
	[
		'a second section without a title',
		() => listContent(frame, 'a', [...row('a'), { rows: [{ title: 'b' }] }]),
		/title of section 2 is empty/,
	],
	[
		'a section without rows',
		() => listContent(frame, 'a', [...row('a'), { title: 'b', rows: [] }]),
		/Section 2 has no rows/,
	],
	[
		'two rows alike',
		() => listContent(frame, 'a', [...row('a'), ...row('a')]),
		/Two row IDs are "a"/,
	],
	['one card', () => mediaCarouselContent(body, [card]), /has 1 cards/],
	[
		'cards of several kinds',
		() => mediaCarouselContent(body, [card, { ...card, type: 'video' }]),
		/Card 2 differs/,
	],
	[
		'cards with several numbers of buttons',
		() => mediaCarouselContent(body, [replies('a'), replies('a', 'b')]),
		/Card 2 differs/,
	],
	[
		'three line breaks on a card',
		() => mediaCarouselContent(body, [card, { ...card, body: '1\n2\n3\n4' }]),
		/two line breaks/,
	],
	[
		'a link that is none',
		() => mediaLink('shop.example.com/a.jpg'),
		/The link is "shop.example.com\/a.jpg"/,
	],
	['a link as media ID', () => mediaId('https://a.example/b'), /Choose Link/],
	['no media ID', () => mediaId(' '), /empty/],
	[
		'a button to nowhere',
		() => ctaUrlContent(frame, { text: 'a', url: '' }),
		/address of the button is empty/,
	],
	['a flow with ID and name', () => flowContent(frame, { id: '1', name: 'a', cta: 'a' }), /either/],
	['a flow without either', () => flowContent(frame, { cta: 'a' }), /either/],
	[
		'a latitude out of the world',
		() => locationContent({ latitude: '91', longitude: 0 }),
		/latitude "91"/,
	],
	[
		'a decimal comma',
		() => locationContent({ latitude: '52,5', longitude: 0 }),
		/point as decimal mark/,
	],
	['no longitude', () => locationContent({ latitude: '52', longitude: '' }), /longitude ""/],
	[
		'a word as reaction',
		() => reactionContent({ messageId: 'a', emoji: 'ok' }),
		/"ok" is not an emoji/,
	],
	[
		'a reaction to nothing',
		() => reactionContent({ messageId: '', emoji: '👍' }),
		/ID of the message to react to is empty/,
	],
	['a pin of nothing', () => pinContent({ messageId: '' }), /ID of the message to pin/],
	['half a day', () => pinContent({ messageId: 'a', days: 1.5 }), /has 1.5 days/],
	['reading nothing', () => readBody({ messageId: ' ' }), /mark as read is empty/],
	['a card without a name', () => contactsContent([{ formatted_name: '' }]), /name of contact 1/],
	[
		'a product list without a header',
		() => productListContent({ ...frame, header: '' }, '1', [{ productIds: ['a'] }]),
		/header is empty/,
	],
	[
		'an empty section of products',
		() =>
			productListContent({ ...frame, header: 'a' }, '1', [
				{ productIds: ['a'] },
				{ title: 'b', productIds: [] },
			]),
		/title of section 1|Section 2 has no products/,
	],
	['no items', () => orderDetailsContent(frame, { ...order, items: [] }), /no items/],
	[
		'an amount with a comma',
		() => orderDetailsContent(frame, { ...order, tax: { amount: '1,5' } }),
		/The tax is "1,5"/,
	],
	[
		'a third decimal',
		() =>
			orderDetailsContent(frame, {
				...order,
				items: [{ name: 'a', amount: '1.005', quantity: 1 }],
			}),
		/amount of item 1 is "1.005"/,
	],
	[
		'half a bread',
		() =>
			orderDetailsContent(frame, { ...order, items: [{ name: 'a', amount: '1', quantity: 0.5 }] }),
		/quantity of item 1/,
	],
	['JSON that is none', () => customContent('{"type": '), /not one valid JSON object/],
	['a list as body', () => customContent([]), /not one valid JSON object/],
	[
		'a body without its content',
		() => customContent({ type: 'image' }),
		/The type here is "image"/,
	],
	['a phone number as group', () => groupAddress('+1 555 010 0000'), /not a group ID/],
	['no group', () => groupAddress(''), /is empty/],
])('%s is refused in words', (_name, build, sentence) => {
	expect(build).toThrow(InputError);
	expect(build).toThrow(sentence);
});

it('every count names its source', () => {
	for (const [name, { item, things, min, max, source }] of Object.entries(counts))
		expect([name, Boolean(item && things && source), min < max]).toEqual([name, true, true]);
});

it('sums come out whole, whatever floating point makes of the parts', () => {
	const items = many(3, (at) => ({
		name: `${at}`,
		amount: '0.10',
		quantity: 7,
	}));
	const content = orderDetailsContent(frame, {
		...order,
		items,
		tax: { amount: 0.29 },
		discount: { amount: '1.15' },
	});
	expect(content).toMatchObject({
		interactive: {
			action: { parameters: { total_amount: { value: 210 + 29 - 115, offset: 100 } } },
		},
	});
});

it('a custom body keeps what is its own and gives up what the envelope says', () => {
	const own = { type: 'text', text: { body: 'a' }, context: { message_id: 'b' } };
	const whole = { ...own, messaging_product: 'whatsapp', to: '1', recipient_type: 'individual' };
	expect(customContent(JSON.stringify(whole))).toEqual(own);
});

it('people and groups are addressed each in their own way', () => {
	expect(groupAddress(' Y2Fw ')).toMatchObject({ wire: { to: 'Y2Fw' }, recipientType: 'group' });
	expect(addressOf('+15550100000').recipientType).toBeUndefined();
});
