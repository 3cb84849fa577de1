import { InputError } from '../input';
import { checkLimit, type Limit } from '../message/limits';

/** Meta's limits in characters for what is set up or changed rather than sent. */
const limits = {
	'template.name': { item: 'template', field: 'name', max: 512, source: 'Message templates, name' },
	'template.header': {
		item: 'template',
		field: 'header',
		max: 60,
		source: 'Template components, header',
	},
	'template.body': {
		item: 'template',
		field: 'body',
		max: 1024,
		source: 'Template components, body',
	},
	'template.offerBody': {
		item: 'template with a limited-time offer',
		field: 'body',
		max: 600,
		source: 'Limited-time offer templates',
	},
	'template.offer': {
		item: 'template',
		field: 'offer text',
		max: 16,
		source: 'Limited-time offer templates',
	},
	'template.card': {
		item: 'template',
		field: 'card text',
		max: 160,
		source: 'Carousel templates, card body',
	},
	'template.footer': {
		item: 'template',
		field: 'footer',
		max: 60,
		source: 'Template components, footer',
	},
	'template.button': {
		item: 'template',
		field: 'button text',
		max: 25,
		source: 'Template components, buttons',
	},
	'template.url': {
		item: 'template',
		field: 'button address',
		max: 2000,
		source: 'Template components, URL buttons',
	},
	'template.phone': {
		item: 'template',
		field: 'button phone number',
		max: 20,
		source: 'Template components, phone number buttons',
	},
	'template.coupon': {
		item: 'template',
		field: 'coupon code example',
		max: 20,
		source: 'Template components, copy code buttons',
	},
	'profile.about': { item: 'business profile', field: 'about text', max: 139, source: 'Profile' },
	'profile.address': { item: 'business profile', field: 'address', max: 256, source: 'Profile' },
	'profile.description': {
		item: 'business profile',
		field: 'description',
		max: 512,
		source: 'Profile',
	},
	'profile.email': { item: 'business profile', field: 'email', max: 128, source: 'Profile' },
	'profile.website': { item: 'business profile', field: 'website', max: 256, source: 'Profile' },
	'qr.message': {
		item: 'QR code',
		field: 'message',
		max: 140,
		source: 'QR codes, prefilled_message',
	},
	'group.subject': { item: 'group', field: 'subject', max: 128, source: 'Groups API, create' },
	'group.description': {
		item: 'group',
		field: 'description',
		max: 2048,
		source: 'Groups API, create',
	},
	'automation.prompt': {
		item: 'conversation setting',
		field: 'ice breaker',
		max: 80,
		source: 'Conversational components, ice breakers',
	},
	'automation.command': {
		item: 'conversation setting',
		field: 'command',
		max: 32,
		source: 'Conversational components, commands',
	},
	'automation.hint': {
		item: 'conversation setting',
		field: 'command description',
		max: 256,
		source: 'Conversational components, commands',
	},
} satisfies Record<string, Limit>;

/** Throws InputError when `value` is longer than Meta allows, as `checkLength` does for messages. */
export function checkText(limit: keyof typeof limits, value: string, name?: string): void {
	checkLimit(limits[limit], value, name);
}

/** Throws InputError unless there are `min` to `max`; `things` is what is counted, in the plural. */
export function checkNumber(
	item: string,
	things: string,
	count: number,
	[min, max]: readonly [number, number],
): void {
	if (Number.isInteger(count) && count >= min && count <= max) return;
	const range = min === 0 ? `at most ${max}` : `${min} to ${max}`;
	throw new InputError(`This ${item} has ${count} ${things}; WhatsApp allows ${range}.`);
}
