import { InputError } from '../input';

export interface Limit {
	/** What the user sees it as: "text message", "template". */
	item: string;
	field: string;
	max: number;
	source: string;
}

/** Meta's limits in characters, checked before the call so that the user reads numbers instead of a code. */
export const limits = {
	'text.body': {
		item: 'text message',
		field: 'text',
		max: 4096,
		source: 'Cloud API reference, Messages, text object',
	},
	'envelope.key': {
		item: 'message',
		field: 'tracking key (campaign name and attempt)',
		max: 512,
		source: 'Cloud API reference, Messages, biz_opaque_callback_data',
	},
	'media.caption': {
		item: 'message',
		field: 'caption',
		max: 1024,
		source: 'Cloud API reference, Messages, media object',
	},
	'media.filename': {
		item: 'document',
		field: 'file name',
		max: 240,
		source: 'Cloud API reference, Messages, media object, filename',
	},
	'interactive.header': {
		item: 'message',
		field: 'header',
		max: 60,
		source: 'Cloud API reference, Messages, header object',
	},
	'interactive.body': {
		item: 'message',
		field: 'body',
		max: 1024,
		source: 'Cloud API reference, Messages, interactive object, body',
	},
	'interactive.footer': {
		item: 'message',
		field: 'footer',
		max: 60,
		source: 'Cloud API reference, Messages, interactive object, footer',
	},
	'button.title': {
		item: 'message',
		field: 'button title',
		max: 20,
		source: 'Cloud API guides, Reply buttons',
	},
	'button.id': {
		item: 'message',
		field: 'button ID',
		max: 256,
		source: 'Cloud API guides, Reply buttons',
	},
	'list.body': {
		item: 'list message',
		field: 'body',
		max: 4096,
		source: 'Cloud API guides, List messages',
	},
	'list.button': {
		item: 'list message',
		field: 'button text',
		max: 20,
		source: 'Cloud API guides, List messages',
	},
	'list.section': {
		item: 'list message',
		field: 'section title',
		max: 24,
		source: 'Cloud API guides, List messages',
	},
	'list.rowTitle': {
		item: 'list message',
		field: 'row title',
		max: 24,
		source: 'Cloud API guides, List messages',
	},
	'list.rowId': {
		item: 'list message',
		field: 'row ID',
		max: 200,
		source: 'Cloud API guides, List messages',
	},
	'list.rowDescription': {
		item: 'list message',
		field: 'row description',
		max: 72,
		source: 'Cloud API guides, List messages',
	},
	'ctaUrl.text': {
		item: 'message',
		field: 'button text',
		max: 20,
		source: 'Cloud API guides, Call-to-action URL buttons',
	},
	'callButton.text': {
		item: 'message',
		field: 'button text',
		max: 20,
		source: 'Cloud API guides, Calling, Call buttons',
	},
	'callButton.payload': {
		item: 'message',
		field: 'payload',
		max: 512,
		source: 'Cloud API guides, Calling, Call buttons',
	},
	'flow.cta': {
		item: 'flow message',
		field: 'button text',
		max: 30,
		source: 'WhatsApp Flows reference, Sending a flow',
	},
	'products.section': {
		item: 'product list',
		field: 'section title',
		max: 24,
		source: 'Cloud API guides, Multi-product messages',
	},
	'card.body': {
		item: 'carousel',
		field: 'card text',
		max: 160,
		source: 'Cloud API guides, Media carousel',
	},
	'template.name': {
		item: 'template',
		field: 'name',
		max: 512,
		source: 'Business Management API, Message templates, name',
	},
	'template.body': {
		item: 'template',
		field: 'body with its variables filled in',
		max: 1024,
		source: 'Business Management API, Template components, body',
	},
	'template.bodyOnly': {
		item: 'template without header, footer or buttons',
		field: 'body with its variables filled in',
		max: 32_768,
		source: 'Cloud API changelog, body-only templates',
	},
	'template.url': {
		item: 'template',
		field: 'button address with its ending',
		max: 2000,
		source: 'Business Management API, Template components, URL buttons',
	},
	'template.payload': {
		item: 'template',
		field: 'quick-reply payload',
		max: 128,
		source: 'Cloud API reference, Messages, button parameter object',
	},
	'template.coupon': {
		item: 'template',
		field: 'coupon code',
		max: 20,
		source: 'Cloud API, Coupon code templates',
	},
	'template.otp': {
		item: 'authentication template',
		field: 'one-time code',
		max: 15,
		source: 'Cloud API, Authentication templates',
	},
} satisfies Record<string, Limit>;

const number = new Intl.NumberFormat('en-US');

/**
 * Throws InputError when `value` is longer than Meta allows; the sentence names item, field, limit and actual length.
 * Characters are counted as Unicode code points, the reading that never refuses what Meta would take. `name` replaces
 * the table's field name where the user knows it by another.
 */
export function checkLength(limit: keyof typeof limits, value: string, name?: string): void {
	checkLimit(limits[limit], value, name);
}

/** The same for a limit of another table. */
export function checkLimit({ item, field, max }: Limit, value: string, name?: string): void {
	const length = [...value].length;
	if (length <= max) return;
	throw new InputError(
		`The ${name ?? field} of this ${item} has ${number.format(length)} characters; WhatsApp allows ${number.format(max)}. Shorten it by ${number.format(length - max)}.`,
	);
}
