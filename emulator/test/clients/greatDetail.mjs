import assert from 'node:assert/strict';
import Client from '@great-detail/whatsapp';
import { PERSON, control, own, run, startReceiver } from './support/steps.mjs';

const authorization = `Bearer ${own.accessToken}`;
const sdk = new Client({
	prefixUrl: own.url,
	request: { headers: { Authorization: authorization } },
});
const { phoneNumberId: phoneNumberID, businessAccountId } = own;

const send = async (body) => {
	const answer = await sdk.message.createMessage({ phoneNumberID, to: PERSON, ...body }).json();
	assert.match(answer.messages[0].id, /^wamid\./);
	return answer;
};

const { message_id } = await control('receive', { from: PERSON, text: 'Hello' });
const receiver = await startReceiver(async (request) => {
	const registration = await sdk.webhook.register(request);
	assert.equal(registration.verifyToken, 'our-token');
	return registration.accept();
});
const BODY = { type: 'BODY', text: 'Our shop is open again.' };
let media;
let created;

await run({
	'sends a text': async () => await send({ type: 'text', text: { body: 'Hello' } }),
	'sends a template': async () =>
		await send({
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		}),
	'sends a list': async () =>
		await send({
			type: 'interactive',
			interactive: {
				type: 'list',
				body: { text: 'Which one?' },
				action: {
					button: 'Open',
					sections: [{ title: 'All', rows: [{ id: 'a', title: 'This' }] }],
				},
			},
		}),
	'marks as read': async () => {
		const answer = await sdk.message
			.createStatus({
				phoneNumberID,
				message_id,
				status: 'read',
				typing_indicator: { type: 'text' },
			})
			.json();
		assert.deepEqual(answer, { success: true });
	},
	'uploads a file': async () => {
		const file = new Blob(['not really a picture'], { type: 'image/png' });
		media = await sdk.media
			.upload({ phoneNumberID, file, filename: 'a.png', mimeType: 'image/png' })
			.json();
		assert.match(media.id, /^\d+$/);
	},
	'sends the file': async () => await send({ type: 'image', image: { id: media.id } }),
	'asks where the file is and downloads it': async () => {
		const { url, mime_type } = await sdk.media.getURL({ mediaID: media.id, phoneNumberID }).json();
		assert.equal(mime_type, 'image/png');
		// The client asks Meta's media host for it, so it has to be given the token once more.
		const response = await sdk.media.download({
			mediaURL: url,
			request: { headers: { Authorization: authorization } },
		});
		assert.equal(await response.text(), 'not really a picture');
	},
	'deletes the file': async () => {
		assert.deepEqual(await sdk.media.delete({ mediaID: media.id, phoneNumberID }).json(), {
			success: true,
		});
	},
	'reads and updates the business profile': async () => {
		const change = { about: 'Open from nine', websites: ['https://a.example'] };
		assert.deepEqual(
			await sdk.businessProfile.updateBusinessProfile({ phoneNumberID, ...change }).json(),
			{ success: true },
		);
		const { data } = await sdk.businessProfile
			.getBusinessProfile({ phoneNumberID, fields: ['about', 'websites'] })
			.json();
		assert.deepEqual(data[0], { messaging_product: 'whatsapp', ...change });
	},
	'reads a phone number': async () => {
		const number = await sdk.phoneNumbers
			.getPhoneNumber({ phoneNumberID, fields: ['verified_name', 'throughput'] })
			.json();
		assert.deepEqual(number.throughput, { level: 'STANDARD' });
	},
	'lists phone numbers': async () => {
		const { data } = await sdk.phoneNumbers
			.listPhoneNumbers({ businessAccountID: businessAccountId, fields: ['id', 'verified_name'] })
			.json();
		assert.equal(data.length, 2);
	},
	'asks for another display name': async () => {
		const answer = await sdk.phoneNumbers
			.updatePhoneNumber({ phoneNumberID, new_display_name: 'Better Shop' })
			.json();
		assert.deepEqual(answer, { success: true });
	},
	'reads the business account': async () => {
		const account = await sdk.whatsappBusinessAccount
			.get(businessAccountId, { fields: ['id', 'name', 'currency'] })
			.json();
		assert.equal(account.currency, 'USD');
	},
	'creates a template': async () => {
		created = await sdk.template
			.create(businessAccountId, {
				name: 'made_elsewhere',
				language: 'en_US',
				category: 'UTILITY',
				components: [BODY],
			})
			.json();
		assert.equal(created.status, 'PENDING');
	},
	'lists, reads and updates templates': async () => {
		const { data } = await sdk.template
			.list(businessAccountId, { name_or_content: 'made_else', status: ['PENDING', 'REJECTED'] })
			.json();
		assert.deepEqual(
			data.map(({ id }) => id),
			[created.id],
		);
		const one = await sdk.template.get(created.id, { fields: ['name', 'components'] }).json();
		assert.equal(one.name, 'made_elsewhere');
		const answer = await sdk.template
			.update(created.id, { components: [{ ...BODY, text: 'Our shop is closed again.' }] })
			.json();
		assert.equal(answer.success, true);
	},
	'deletes a template': async () => {
		const answer = await sdk.template.delete(businessAccountId, { name: 'made_elsewhere' }).json();
		assert.deepEqual(answer, { success: true });
	},
	'lists the template library': async () => {
		const { data } = await sdk.template.listLibrary({ search: 'parcel' }).json();
		assert.equal(data[0].name, 'delivery_update_1');
	},
	'subscribes with its own handshake': async () => {
		const answer = await sdk.subscribedApps
			.createSubscription({
				businessAccountID: businessAccountId,
				override_callback_uri: receiver.url,
				verify_token: 'our-token',
			})
			.json();
		assert.deepEqual(answer, { success: true });
		const { data } = await sdk.subscribedApps
			.listSubscriptions({ businessAccountID: businessAccountId })
			.json();
		assert.equal(data[0].override_callback_uri, receiver.url);
	},
	'verifies and reads a webhook': async () => {
		await control('receive', { from: PERSON, text: 'Grüße / 👋' });
		const { headers, body } = await receiver.next();
		const event = await sdk.webhook.eventNotification({ method: 'POST', headers, body, query: {} });
		await event.verifySignature(own.appSecret);
		const [{ value }] = event.eventNotification.entry[0].changes;
		assert.equal(value.messages[0].text.body, 'Grüße / 👋');
		await assert.rejects(event.verifySignature('another secret'));
	},
	'throws on what Meta refuses': async () => {
		await assert.rejects(send({ type: 'text', text: { body: '' } }), (error) => {
			assert.equal(error.response.status, 400);
			return true;
		});
	},
});
