import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	mediaCarouselContent,
	productCarouselContent,
	type MediaCard,
} from '../../../../core/message/interactive/carousel';
import { replyButtonsField, replyButtonsOf } from '../../buttons';
import { catalogIdField } from '../../catalog';
import { recipientFields, replyOptions } from '../../fields';
import { ANY_SOURCE, fileNamed } from '../../file';
import { entriesOf, rowsField, textField, textOf, type Form } from '../../form';
import { sending } from '../../send';
import { bodyField } from '../../texts';

const withReplies = { show: { buttonKind: ['replies'] } };
const withLink = { show: { buttonKind: ['link'] } };

const cardFields: INodeProperties[] = [
	{
		displayName: 'File Type',
		name: 'fileType',
		type: 'options',
		options: [
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
		description: 'The same for all cards',
	},
	{
		displayName: 'File',
		name: 'file',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/shoe.jpg',
		description: ANY_SOURCE,
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Summer shoe, 49 €',
		description: 'Up to 160 characters and two line breaks',
	},
	{
		displayName: 'Buttons Are',
		name: 'buttonKind',
		type: 'options',
		options: [
			{ name: 'Answers', value: 'replies' },
			{ name: 'A Link', value: 'link' },
		],
		default: 'link',
		description: 'The same kind and number for all cards',
	},
	{
		displayName: 'Button Text',
		name: 'buttonText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Buy',
		description: 'Up to 20 characters',
		displayOptions: withLink,
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/shoe',
		description: 'Address that the button opens',
		displayOptions: withLink,
	},
	replyButtonsField(withReplies),
];

async function cardOf(form: Form, card: IDataObject): Promise<MediaCard> {
	const type = card.fileType === 'video' ? 'video' : 'image';
	const { media } = await fileNamed(form, type, textOf(card.file));
	const shared = { type, media, body: textOf(card.text) } as const;
	if (card.buttonKind === 'replies') return { ...shared, replies: replyButtonsOf(card.buttons) };
	return { ...shared, link: { text: textOf(card.buttonText), url: textOf(card.url) } };
}

const ofMedia = { show: { carouselType: ['media'] } };
const ofProducts = { show: { carouselType: ['product'] } };

export const sendCarousel = sending({
	name: 'Send Carousel',
	action: 'Send carousel message',
	description: 'Send two to ten cards to swipe through: files with buttons, or products',
	fields: [
		...recipientFields,
		bodyField,
		{
			displayName: 'Carousel Type',
			name: 'carouselType',
			type: 'options',
			options: [
				{ name: 'Media', value: 'media', description: 'Images or videos with buttons' },
				{ name: 'Product', value: 'product', description: 'Products of your catalog' },
			],
			default: 'media',
			description: 'What the cards show',
		},
		{
			displayName: 'Cards',
			name: 'cards',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add card',
			default: {},
			description: 'Two to ten cards',
			displayOptions: ofMedia,
			options: [{ displayName: 'Card', name: 'card', values: cardFields }],
		},
		{ ...catalogIdField, displayOptions: ofProducts },
		{
			displayName: 'Product IDs',
			name: 'productIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. SKU-2041, SKU-2042',
			description: 'Content IDs of two to ten products in the catalog, with commas between them',
			displayOptions: ofProducts,
		},
		replyOptions,
	],
	content: async (form) => {
		const body = textField(form, 'body');
		if (textField(form, 'carouselType') === 'product') {
			const productIds = entriesOf(textField(form, 'productIds'));
			return productCarouselContent(body, textField(form, 'catalogId'), productIds);
		}
		const cards: MediaCard[] = [];
		for (const card of rowsField(form, 'cards', 'card')) cards.push(await cardOf(form, card));
		return mediaCarouselContent(body, cards);
	},
});
