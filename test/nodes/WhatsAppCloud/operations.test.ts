import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../../emulator/index';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { hasCorpus } from '../../support/corpus';
import { sendSchema } from '../../support/sendSchema';
import { emulate, messageOf, people, run } from './support';

let emulator: Emulator;
let received: string;
beforeAll(async () => {
	emulator = await emulate({ pair_limit: false });
	received = emulator.control.receive({ from: '15550201000', text: 'Hello' }).message_id;
});
afterAll(async () => await emulator.close());

const bodies = () => emulator.control.sent().map(({ body }) => body as Record<string, unknown>);

const link = 'https://shop.example.com/file';
const header = { header: 'image', headerFile: `${link}.jpg` };
const buttons = { button: [{ title: 'Yes', id: 'yes' }, { title: 'No' }] };

interface Case {
	operation: string;
	fields: IDataObject;
	/** Beside the envelope. */
	content: object;
	to?: string;
}

const interactive = (content: object) => ({ type: 'interactive', interactive: content });

const cases: Case[] = [
	{
		operation: 'sendText',
		fields: { text: 'Hello' },
		content: { type: 'text', text: { body: 'Hello' } },
	},
	{
		operation: 'sendTemplate',
		fields: { template: { __rl: true, mode: 'id', value: 'hello_world|en_US' } },
		content: { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } },
	},
	{
		operation: 'sendImage',
		fields: { source: 'link', link, caption: 'Look' },
		content: { type: 'image', image: { link, caption: 'Look' } },
	},
	{
		operation: 'sendVideo',
		fields: { source: 'link', link },
		content: { type: 'video', video: { link } },
	},
	{
		operation: 'sendAudio',
		fields: { source: 'link', link, voice: true },
		content: { type: 'audio', audio: { link, voice: true } },
	},
	{
		operation: 'sendDocument',
		fields: { source: 'link', link, filename: 'a.pdf', caption: 'Read' },
		content: { type: 'document', document: { link, filename: 'a.pdf', caption: 'Read' } },
	},
	{
		operation: 'sendSticker',
		fields: { source: 'link', link },
		content: { type: 'sticker', sticker: { link } },
	},
	{
		operation: 'sendLocation',
		fields: { latitude: 52.5163, longitude: '13.3777', placeName: 'Gate', address: 'Berlin' },
		content: {
			type: 'location',
			location: { latitude: '52.5163', longitude: '13.3777', name: 'Gate', address: 'Berlin' },
		},
	},
	{
		operation: 'sendContacts',
		fields: {
			contacts: {
				contact: [
					{
						formatted_name: 'Jane Doe',
						first_name: 'Jane',
						phones: { entry: [{ phone: '+1 555 010 0000', type: 'CELL', wa_id: '' }] },
						emails: { entry: [{ email: 'jane@example.com', type: '' }] },
						urls: {},
						addresses: { entry: [{ city: 'Berlin', type: 'HOME' }] },
						more: { company: 'Shop', birthday: '1990-08-18' },
					},
				],
			},
		},
		content: {
			type: 'contacts',
			contacts: [
				{
					name: { formatted_name: 'Jane Doe', first_name: 'Jane' },
					birthday: '1990-08-18',
					phones: [{ phone: '+1 555 010 0000', type: 'CELL' }],
					emails: [{ email: 'jane@example.com' }],
					addresses: [{ city: 'Berlin', type: 'HOME' }],
					org: { company: 'Shop' },
				},
			],
		},
	},
	{
		operation: 'sendReaction',
		fields: { messageId: '={{ $json.received }}', emoji: '👍' },
		content: { type: 'reaction', reaction: { message_id: expect.any(String), emoji: '👍' } },
	},
	{
		operation: 'sendReplyButtons',
		fields: { body: 'Sure?', buttons, footer: 'Bye', header: 'text', headerText: 'Question' },
		content: interactive({
			type: 'button',
			header: { type: 'text', text: 'Question' },
			body: { text: 'Sure?' },
			footer: { text: 'Bye' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'yes', title: 'Yes' } },
					{ type: 'reply', reply: { id: 'No', title: 'No' } },
				],
			},
		}),
	},
	{
		operation: 'sendList',
		fields: {
			body: 'When?',
			buttonText: 'Choose',
			sections: {
				section: [
					{ title: 'Morning', rows: { row: [{ title: '9', id: 'nine', description: 'sharp' }] } },
					{ title: 'Evening', rows: { row: [{ title: '19', id: '', description: '' }] } },
				],
			},
		},
		content: interactive({
			type: 'list',
			body: { text: 'When?' },
			action: {
				button: 'Choose',
				sections: [
					{ title: 'Morning', rows: [{ id: 'nine', title: '9', description: 'sharp' }] },
					{ title: 'Evening', rows: [{ id: '19', title: '19' }] },
				],
			},
		}),
	},
	{
		operation: 'sendCtaUrl',
		fields: { body: 'Look', buttonText: 'Open', url: link, ...header },
		content: interactive({
			type: 'cta_url',
			header: { type: 'image', image: { link: `${link}.jpg` } },
			body: { text: 'Look' },
			action: { name: 'cta_url', parameters: { display_text: 'Open', url: link } },
		}),
	},
	{
		operation: 'sendFlow',
		fields: {
			flowBy: 'name',
			flow: 'booking',
			body: 'Book',
			buttonText: 'Book now',
			flowAction: 'navigate',
			screen: 'FIRST',
			screenData: {
				assignments: [
					{ id: '1', name: 'seats', type: 'number', value: 2 },
					{ id: '2', name: 'days', type: 'array', value: '["Mon"]' },
				],
			},
			flowSettings: { draft: true, reference: 't-1' },
		},
		content: interactive({
			type: 'flow',
			body: { text: 'Book' },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_name: 'booking',
					flow_cta: 'Book now',
					flow_token: 't-1',
					mode: 'draft',
					flow_action: 'navigate',
					flow_action_payload: { screen: 'FIRST', data: { seats: 2, days: ['Mon'] } },
				},
			},
		}),
	},
	{
		operation: 'requestLocation',
		fields: { body: 'Where are you?' },
		content: interactive({
			type: 'location_request_message',
			body: { text: 'Where are you?' },
			action: { name: 'send_location' },
		}),
	},
	{
		operation: 'requestContactInfo',
		fields: { body: 'Your number?' },
		content: interactive({
			type: 'request_contact_info',
			body: { text: 'Your number?' },
			action: { name: 'request_contact_info' },
		}),
	},
	{
		operation: 'requestCallPermission',
		fields: { body: '' },
		content: interactive({
			type: 'call_permission_request',
			action: { name: 'call_permission_request' },
		}),
	},
	{
		operation: 'requestAddress',
		fields: {
			body: 'Where to?',
			addressValues: { name: 'Asha', city: '' },
			savedAddresses: { saved: [{ id: 'home', city: 'Pune', state: '' }] },
			addressRemarks: { in_pin_code: 'Six digits' },
		},
		content: interactive({
			type: 'address_message',
			body: { text: 'Where to?' },
			action: {
				name: 'address_message',
				parameters: {
					country: 'IN',
					values: { name: 'Asha' },
					saved_addresses: [{ id: 'home', value: { city: 'Pune' } }],
					validation_errors: { in_pin_code: 'Six digits' },
				},
			},
		}),
	},
	{
		operation: 'sendCallButton',
		fields: { body: 'Questions?', buttonText: '', minutes: 60, payload: 'from-mail' },
		content: interactive({
			type: 'voice_call',
			body: { text: 'Questions?' },
			action: { name: 'voice_call', parameters: { ttl_minutes: 60, payload: 'from-mail' } },
		}),
	},
	{
		operation: 'sendProduct',
		fields: { catalogId: '12', productId: 'SKU-1', body: 'New', footer: 'Shop' },
		content: interactive({
			type: 'product',
			body: { text: 'New' },
			footer: { text: 'Shop' },
			action: { catalog_id: '12', product_retailer_id: 'SKU-1' },
		}),
	},
	{
		operation: 'sendProductList',
		fields: {
			catalogId: '12',
			headerText: 'Shoes',
			body: 'New',
			productSections: { section: [{ title: 'Summer', productIds: 'a, b' }] },
		},
		content: interactive({
			type: 'product_list',
			header: { type: 'text', text: 'Shoes' },
			body: { text: 'New' },
			action: {
				catalog_id: '12',
				sections: [
					{
						title: 'Summer',
						product_items: [{ product_retailer_id: 'a' }, { product_retailer_id: 'b' }],
					},
				],
			},
		}),
	},
	{
		operation: 'sendCatalog',
		fields: { body: 'All', thumbnailId: 'a' },
		content: interactive({
			type: 'catalog_message',
			body: { text: 'All' },
			action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'a' } },
		}),
	},
	{
		operation: 'sendCarousel',
		fields: {
			body: 'Swipe',
			carouselType: 'media',
			cards: {
				card: ['a', 'b'].map((text) => ({
					fileType: 'image',
					file: link,
					text,
					buttonKind: 'replies',
					buttons: { button: [{ title: 'Buy', id: `buy-${text}` }] },
				})),
			},
		},
		content: interactive({
			type: 'carousel',
			body: { text: 'Swipe' },
			action: {
				cards: ['a', 'b'].map((text, card_index) => ({
					card_index,
					type: 'cta_url',
					header: { type: 'image', image: { link } },
					body: { text },
					action: {
						buttons: [{ type: 'quick_reply', quick_reply: { id: `buy-${text}`, title: 'Buy' } }],
					},
				})),
			},
		}),
	},
	{
		operation: 'sendCarousel',
		fields: { body: 'Swipe', carouselType: 'product', catalogId: '12', productIds: 'a\nb' },
		content: interactive({
			type: 'carousel',
			body: { text: 'Swipe' },
			action: {
				cards: ['a', 'b'].map((product_retailer_id, card_index) => ({
					card_index,
					type: 'product',
					action: { product_retailer_id, catalog_id: '12' },
				})),
			},
		}),
	},
	{
		operation: 'sendOrderDetails',
		fields: {
			body: 'Please pay',
			referenceId: 'order-1',
			items: { entry: [{ name: 'Bread', amount: '0.1', saleAmount: '', quantity: 3 }] },
			currency: 'inr',
			goods: 'physical-goods',
			paymentType: 'upi',
			paymentConfiguration: 'main',
			extras: { shipping: 0.2, discount: '0.05', discountDescription: 'Regular' },
		},
		content: interactive({
			type: 'order_details',
			body: { text: 'Please pay' },
			action: {
				name: 'review_and_pay',
				parameters: {
					reference_id: 'order-1',
					type: 'physical-goods',
					payment_type: 'upi',
					payment_configuration: 'main',
					currency: 'INR',
					total_amount: { value: 45, offset: 100 },
					order: {
						status: 'pending',
						items: [{ name: 'Bread', amount: { value: 10, offset: 100 }, quantity: 3 }],
						subtotal: { value: 30, offset: 100 },
						tax: { value: 0, offset: 100 },
						shipping: { value: 20, offset: 100 },
						discount: { value: 5, offset: 100, description: 'Regular' },
					},
				},
			},
		}),
	},
	{
		operation: 'sendOrderStatus',
		fields: { body: 'Sent', referenceId: 'order-1', orderStatus: 'shipped' },
		content: interactive({
			type: 'order_status',
			body: { text: 'Sent' },
			action: {
				name: 'review_order',
				parameters: { reference_id: 'order-1', order: { status: 'shipped' } },
			},
		}),
	},
	{
		operation: 'sendCustom',
		fields: {
			customBody: '{"messaging_product":"whatsapp","to":"1","type":"text","text":{"body":"a"}}',
		},
		content: { type: 'text', text: { body: 'a' } },
	},
	{
		operation: 'pinMessage',
		fields: { messageId: 'wamid.X', pin: true, days: 3 },
		to: 'Y2FwaV9ncm91cDox',
		content: {
			recipient_type: 'group',
			to: 'Y2FwaV9ncm91cDox',
			type: 'pin',
			pin: { type: 'pin', message_id: 'wamid.X', expiration_days: 3 },
		},
	},
];

const named = cases.map((one, at) => [`${one.operation} (${at})`, one] as const);

it.each(named)(
	'%s is accepted as it should be',
	async (_name, { operation, fields, content, to }) => {
		const [person] = people(1);
		const result = await run(
			emulator,
			[{ ...person, received, ...(to && { to }) }],
			messageOf(operation, fields),
		);
		expect(result.outputs[0]?.[0].json).toMatchObject({ status: 'accepted', reason: '' });
		const { biz_opaque_callback_data: key, ...body } = bodies().at(-1) ?? {};
		expect(key).toBe(result.outputs[0][0].json.key);
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+15550201000',
			...content,
		});
	},
);

it('every operation that sends is in the table', () => {
	const sends = Object.entries(resources.message.operations).filter(([, { outcome }]) => outcome);
	const tested = new Set(cases.map(({ operation }) => operation));
	expect(sends.map(([name]) => name).filter((name) => !tested.has(name))).toEqual([]);
});

(hasCorpus ? it : it.skip)(
	"Meta's schema takes all of them (needs the corpus beside the project)",
	() => {
		const faultsOf = sendSchema();
		const sent = bodies();
		expect(sent.length).toBe(cases.length);
		for (const body of sent) expect([body, faultsOf(body)]).toEqual([body, []]);
	},
);

describe('Mark as Read', () => {
	const read = (messageId: string, typing = false) =>
		run(emulator, people(1), { ...messageOf('markRead'), messageId, typing });
	const writes = () =>
		emulator.control
			.requests()
			.filter(({ path, method }) => method === 'POST' && /messages$/.test(path));

	it.each([true, false])('marks a message as read (typing: %s)', async (typing) => {
		const result = await read(received, typing);
		expect(result.outputs[0][0].json).toEqual({
			status: 'read',
			message_id: received,
			phone_number_id: emulator.config.phoneNumberId,
			typing,
		});
		expect(writes().at(-1)).toMatchObject({ status: 200 });
	});

	it('says what Meta said about an unknown message', async () => {
		const result = await read('wamid.unknown');
		expect(result.error?.message).toMatch(/value|not/i);
	});
});

it('writes to a group when one is chosen', async () => {
	const options = { recipientType: 'group' };
	const parameters = messageOf('sendText', { text: 'Hello', to: 'Y2FwaV9ncm91cDox', options });
	const result = await run(emulator, [{}], parameters);
	expect(result.outputs[0][0].json).toMatchObject({ status: 'accepted', to: 'Y2FwaV9ncm91cDox' });
	expect(bodies().at(-1)).toMatchObject({
		recipient_type: 'group',
		to: 'Y2FwaV9ncm91cDox',
	});
});

it('with Validate Only sends nothing and shows the request', async () => {
	const before = emulator.control.requests().length;
	const fields = { body: 'Sure?', buttons, options: { validateOnly: true, campaign: 'c' } };
	const result = await run(emulator, people(2), messageOf('sendReplyButtons', fields));
	expect(result.outputs[0].map(({ json }) => json.status)).toEqual(['valid', 'valid']);
	expect(result.outputs[0][0].json).toMatchObject({
		message_id: '',
		campaign: 'c',
		request: { to: '+15550201000', type: 'interactive' },
	});
	expect(emulator.control.requests()).toHaveLength(before);
});

it('names field, limit and length before anything is sent', async () => {
	const fields = { body: 'Sure?', buttons: { button: [{ title: 'x'.repeat(21) }] } };
	const result = await run(emulator, people(1), messageOf('sendReplyButtons', fields));
	expect(result.error?.message).toBe(
		'The title of button 1 of this message has 21 characters; WhatsApp allows 20. Shorten it by 1.',
	);
});
