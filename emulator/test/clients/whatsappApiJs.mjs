import assert from 'node:assert/strict';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
	ActionButtons,
	ActionCTA,
	ActionList,
	ActionLocation,
	Audio,
	Body,
	BodyComponent,
	BodyParameter,
	Button,
	Contacts,
	Document,
	Image,
	Interactive,
	ListSection,
	Location,
	Name,
	Phone,
	Reaction,
	Row,
	Sticker,
	Template,
	Text,
	Video,
} from 'whatsapp-api-js/messages';
import { PERSON, control, own, run, startReceiver } from './support/steps.mjs';

/** The client knows one host. Its own way to use another one is another `fetch`. */
const elsewhere = async (url, options) =>
	await fetch(String(url).replace('https://graph.facebook.com', own.url), options);

const api = new WhatsAppAPI({
	token: own.accessToken,
	appSecret: own.appSecret,
	webhookVerifyToken: 'our-token',
	v: 'v25.0',
	ponyfill: { fetch: elsewhere },
});
const { phoneNumberId } = own;
const phone = { phone: PERSON };

const accepted = (answer) => {
	assert.ok(answer.messages, JSON.stringify(answer));
	assert.match(answer.messages[0].id, /^wamid\./);
	return answer;
};
const send = async (message, to = phone, ...rest) =>
	accepted(await api.sendMessage(phoneNumberId, to, message, ...rest));

const { message_id } = await control('receive', { from: PERSON, text: 'Hello' });
const receiver = await startReceiver(({ query }) => api.get(query));
let mediaId;
let url;
let qr;

/** Hands the next webhook to the client and returns what it made of it. */
async function received(name) {
	const { headers, body } = await receiver.next();
	let seen;
	api.on[name] = (args) => {
		seen = args;
	};
	await api.post(JSON.parse(body), body, headers['x-hub-signature-256']);
	return seen;
}

await run({
	'sends a text': async () => await send(new Text('Hello', true)),
	'sends an answer with callback data': async () =>
		await send(new Text('Hello'), phone, message_id, 'k-1'),
	'sends to a business-scoped user ID': async () => {
		await control('receive', { user_id: 'US.13491208655302741918', text: 'Hello' });
		const { contacts } = await send(new Text('Hello'), { bsuid: 'US.13491208655302741918' });
		assert.equal(contacts[0].user_id, 'US.13491208655302741918');
	},
	'sends a template with values': async () =>
		await send(
			new Template(
				'order_update',
				'en_US',
				new BodyComponent(new BodyParameter('Jo'), new BodyParameter('A-1')),
			),
		),
	'sends buttons': async () =>
		await send(
			new Interactive(
				new ActionButtons(new Button('a', 'This one'), new Button('b', 'That one')),
				new Body('Which one?'),
			),
		),
	'sends a list': async () =>
		await send(
			new Interactive(
				new ActionList('Open', new ListSection('All', new Row('a', 'This', 'The left one'))),
				new Body('Which one?'),
			),
		),
	'sends a link': async () =>
		await send(new Interactive(new ActionCTA('Open', 'https://a.example/'), new Body('Look'))),
	'asks for a location': async () =>
		await send(new Interactive(new ActionLocation(), new Body('Where are you?'))),
	'sends a location': async () => await send(new Location(-122.1, 37.4, 'Here', 'A street')),
	'sends a contact': async () =>
		await send(new Contacts([new Name('Jo Doe', 'Jo'), new Phone('+15550100')])),
	'sends a reaction and takes it back': async () => {
		await send(new Reaction(message_id, '👍'));
		await send(new Reaction(message_id));
	},
	'sends media by link': async () => {
		await send(new Image('https://a.example/a.png', false, 'A picture'));
		await send(new Video('https://a.example/a.mp4'));
		await send(new Audio('https://a.example/a.ogg', false, true));
		await send(new Document('https://a.example/a.pdf', false, 'A document', 'a.pdf'));
		await send(new Sticker('https://a.example/a.webp'));
	},
	'marks as read and shows that it types': async () =>
		assert.deepEqual(await api.markAsRead(phoneNumberId, message_id, 'text'), { success: true }),
	'uploads a file': async () => {
		const form = new FormData();
		form.set('file', new Blob(['not really a picture'], { type: 'image/png' }), 'a.png');
		mediaId = (await api.uploadMedia(phoneNumberId, form)).id;
		assert.match(mediaId, /^\d+$/);
	},
	'sends the file': async () => await send(new Image(mediaId, true)),
	'asks where the file is and downloads it': async () => {
		({ url } = await api.retrieveMedia(mediaId, phoneNumberId));
		const response = await api.fetchMedia(url);
		assert.equal(await response.text(), 'not really a picture');
	},
	'deletes the file': async () =>
		assert.deepEqual(await api.deleteMedia(mediaId, phoneNumberId), { success: true }),
	'creates a QR code': async () => {
		qr = await api.createQR(phoneNumberId, 'Tell me more', 'svg');
		assert.match(qr.deep_link_url, /^https:\/\/wa\.me\/message\//);
		assert.ok(qr.qr_image_url);
	},
	'reads QR codes': async () => {
		assert.equal((await api.retrieveQR(phoneNumberId)).data[0].code, qr.code);
		assert.equal((await api.retrieveQR(phoneNumberId, qr.code)).data[0].code, qr.code);
	},
	'changes and deletes a QR code': async () => {
		const changed = await api.updateQR(phoneNumberId, qr.code, 'Tell me all');
		assert.equal(changed.prefilled_message, 'Tell me all');
		assert.deepEqual(await api.deleteQR(phoneNumberId, qr.code), { success: true });
	},
	'blocks and unblocks somebody': async () => {
		const blocked = await api.blockUser(phoneNumberId, phone);
		assert.equal(blocked.block_users.added_users[0].wa_id, PERSON);
		const free = await api.unblockUser(phoneNumberId, phone);
		assert.equal(free.block_users.removed_users[0].wa_id, PERSON);
	},
	'answers the handshake': async () => {
		const response = await fetch(`${own.url}/v25.0/${own.businessAccountId}/subscribed_apps`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${own.accessToken}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({ override_callback_uri: receiver.url, verify_token: 'our-token' }),
		});
		assert.deepEqual(await response.json(), { success: true });
	},
	'verifies and reads a message': async () => {
		await control('receive', { from: PERSON, text: 'Grüße / 👋', name: 'Zoë' });
		const { message, name, from } = await received('message');
		assert.deepEqual([message.text.body, name, from], ['Grüße / 👋', 'Zoë', PERSON]);
	},
	'verifies and reads a status': async () => {
		const { messages } = await send(new Text('Hello'), phone, undefined, 'k-2');
		const status = await received('status');
		assert.equal(status.id, messages[0].id);
		assert.equal(status.phone, PERSON);
		assert.equal(status.biz_opaque_callback_data, 'k-2');
	},
	'refuses a forged webhook': async () => {
		await control('send_webhook', { body: { object: 'x' }, secret: 'another secret' });
		// What is still under way came first; the forged one is the one that cannot be verified.
		for (;;) {
			const { headers, body } = await receiver.next();
			const isReal = await api.verifyRequestSignature(body, headers['x-hub-signature-256']);
			if (JSON.parse(body).object !== 'x') continue;
			assert.equal(isReal, false);
			return;
		}
	},
	'hands on what Meta refuses': async () => {
		const { error } = await api.sendMessage(phoneNumberId, phone, new Image('1', true));
		assert.equal(error.code, 100);
	},
});
