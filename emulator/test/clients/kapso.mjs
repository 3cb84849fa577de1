import assert from 'node:assert/strict';
import {
	WhatsAppClient,
	TemplateDefinition,
	buildTemplateSendPayload,
} from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { PERSON, control, own, run, startReceiver } from './support/steps.mjs';

const client = new WhatsAppClient({ accessToken: own.accessToken, baseUrl: own.url });
const { phoneNumberId, businessAccountId } = own;
const common = { phoneNumberId, to: `+${PERSON}` };

const accepted = (answer) => {
	assert.match(answer.messages[0].id, /^wamid\./);
	return answer;
};
const send = async (kind, rest) =>
	accepted(await client.messages[`send${kind}`]({ ...common, ...rest }));
const link = (file) => ({ link: `https://a.example/${file}` });
const bodyText = 'Which one?';

const { message_id: messageId } = await control('receive', { from: PERSON, text: 'Hello' });
const receiver = await startReceiver(({ query }) => query['hub.challenge']);
const file = new Blob(['not really a picture'], { type: 'image/png' });
let mediaId;
let flowId;
let made;

/** The next webhook, once its signature is verified, as the client reads it. */
async function received() {
	const { headers, body } = await receiver.next();
	const signatureHeader = headers['x-hub-signature-256'];
	const signed = { rawBody: body, signatureHeader };
	assert.equal(verifySignature({ ...signed, appSecret: own.appSecret }), true);
	assert.equal(verifySignature({ ...signed, appSecret: 'another secret' }), false);
	return normalizeWebhook(JSON.parse(body));
}

const FLOW = {
	version: '7.2',
	screens: [
		{
			id: 'CSAT',
			title: 'Rate us',
			terminal: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{
						type: 'RadioButtonsGroup',
						name: 'rating',
						label: 'Rate us',
						dataSource: [{ id: 'up', title: 'Good' }],
					},
					{ type: 'Footer', label: 'Send', onClickAction: { name: 'complete', payload: {} } },
				],
			},
		},
	],
};

await run({
	'sends a text': async () =>
		await send('Text', { body: 'Hello', previewUrl: true, bizOpaqueCallbackData: 'k-1' }),
	'sends an answer': async () => await send('Text', { body: 'Hello', contextMessageId: messageId }),
	'sends to a business-scoped user ID': async () => {
		const recipient = 'US.13491208655302741918';
		await control('receive', { user_id: recipient, text: 'Hello' });
		accepted(await client.messages.sendText({ phoneNumberId, recipient, body: 'Hello' }));
	},
	'sends media by link': async () => {
		await send('Image', { image: { ...link('a.png'), caption: 'A picture' } });
		await send('Video', { video: link('a.mp4') });
		await send('Audio', { audio: link('a.ogg') });
		await send('Document', { document: { ...link('a.pdf'), filename: 'a.pdf' } });
		await send('Sticker', { sticker: link('a.webp') });
	},
	'sends a location': async () =>
		await send('Location', {
			location: { latitude: -33.45, longitude: -70.66, name: 'Santiago', address: 'CL' },
		}),
	'sends a contact': async () =>
		await send('Contacts', {
			contacts: [
				{
					name: { formattedName: 'Jo Doe', firstName: 'Jo' },
					phones: [{ phone: '+15550100', type: 'WORK' }],
				},
			],
		}),
	'sends a reaction': async () => await send('Reaction', { reaction: { messageId, emoji: '👍' } }),
	'sends buttons': async () =>
		await send('InteractiveButtons', {
			bodyText,
			footerText: 'Choose',
			header: { type: 'image', image: link('a.png') },
			buttons: [
				{ id: 'a', title: 'This one' },
				{ id: 'b', title: 'That one' },
			],
		}),
	'sends a list': async () =>
		await send('InteractiveList', {
			bodyText,
			buttonText: 'Open',
			sections: [{ title: 'All', rows: [{ id: 'a', title: 'This', description: 'Left' }] }],
		}),
	'sends a product and a list of products': async () => {
		await send('InteractiveProduct', { catalogId: '1', productRetailerId: 'a' });
		await send('InteractiveProductList', {
			bodyText,
			header: { type: 'text', text: 'Products' },
			catalogId: '1',
			sections: [{ title: 'All', productItems: [{ productRetailerId: 'a' }] }],
		});
	},
	'sends the catalogue': async () =>
		await send('InteractiveCatalogMessage', {
			bodyText,
			parameters: { thumbnailProductRetailerId: 'a' },
		}),
	'sends a link': async () =>
		await send('InteractiveCtaUrl', {
			bodyText,
			parameters: { displayText: 'Open', url: 'https://a.example/' },
		}),
	'sends a carousel': async () =>
		await send('InteractiveCarousel', {
			bodyText,
			cards: [0, 1].map((cardIndex) => ({
				cardIndex,
				header: { type: 'image', image: link('a.png') },
				bodyText: 'A card',
				action: { displayText: 'View', url: 'https://a.example/' },
			})),
		}),
	'asks for a location': async () =>
		await send('InteractiveLocationRequest', {
			bodyText,
			parameters: { requestMessage: 'Where are you?' },
		}),
	'asks whether it may call': async () =>
		await send('InteractiveCallPermission', {
			bodyText,
			parameters: { phoneNumber: '+15550100' },
		}),
	'asks for an address': async () =>
		await send('InteractiveAddress', { bodyText, parameters: { country: 'IN' } }),
	'sends a template': async () =>
		await send('Template', {
			template: buildTemplateSendPayload({
				name: 'order_update',
				language: 'en_US',
				body: [
					{ type: 'text', text: 'Jo' },
					{ type: 'text', text: 'A-1' },
				],
			}),
		}),
	'sends a template with names, a picture and buttons': async () =>
		await send('Template', {
			template: {
				name: 'spring_sale',
				language: { code: 'en_US' },
				components: [
					{ type: 'header', parameters: [{ type: 'image', image: link('a.png') }] },
					{
						type: 'body',
						parameters: [
							{ type: 'text', parameterName: 'first_name', text: 'Jo' },
							{ type: 'text', parameterName: 'day', text: 'Monday' },
						],
					},
					{
						type: 'button',
						subType: 'url',
						index: 0,
						parameters: [{ type: 'text', text: 'x' }],
					},
				],
			},
		}),
	'sends what it has no word for': async () =>
		await send('Raw', {
			payload: {
				messaging_product: 'whatsapp',
				to: PERSON,
				type: 'text',
				text: { body: 'Hello' },
			},
		}),
	'marks as read and shows that it types': async () => {
		const answer = await client.messages.markRead({
			phoneNumberId,
			messageId,
			typingIndicator: { type: 'text' },
		});
		assert.equal(answer.success, true);
	},
	'uploads, describes, downloads, sends and deletes a file': async () => {
		const uploaded = await client.media.upload({
			phoneNumberId,
			type: 'image/png',
			file,
			fileName: 'a.png',
		});
		mediaId = uploaded.id;
		const described = await client.media.get({ mediaId, phoneNumberId });
		assert.equal(described.mimeType, 'image/png');
		await send('Image', { image: { id: mediaId } });
		// Meta's media host wants the token; by itself the client sends it to its own proxy only.
		const bytes = await client.media.download({ mediaId, auth: 'always' });
		assert.equal(Buffer.from(bytes).toString(), 'not really a picture');
		assert.equal((await client.media.delete({ mediaId })).success, true);
	},
	'creates a template from its own definition': async () => {
		const definition = TemplateDefinition.buildTemplateDefinition({
			name: 'seasonal_promo',
			language: 'en_US',
			category: 'MARKETING',
			parameterFormat: 'NAMED',
			components: [
				{
					type: 'HEADER',
					format: 'TEXT',
					text: 'Our {{sale_name}} is on!',
					example: { headerTextNamedParams: [{ paramName: 'sale_name', example: 'Sale' }] },
				},
				{
					type: 'BODY',
					text: 'Shop now through {{end_date}} using code {{code}} today.',
					example: {
						bodyTextNamedParams: [
							{ paramName: 'end_date', example: 'Aug 31' },
							{ paramName: 'code', example: 'SALE25' },
						],
					},
				},
				{ type: 'FOOTER', text: 'Tap a button below' },
				{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Unsubscribe' }] },
			],
		});
		made = await client.templates.create({ businessAccountId, ...definition });
		assert.equal(made.status, 'PENDING');
	},
	'creates an authentication template': async () => {
		const definition = TemplateDefinition.buildTemplateDefinition({
			name: 'authentication_code',
			language: 'en_US',
			category: 'AUTHENTICATION',
			messageSendTtlSeconds: 60,
			components: [
				{ type: 'BODY', addSecurityRecommendation: true },
				{ type: 'FOOTER', codeExpirationMinutes: 10 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otpType: 'COPY_CODE' }] },
			],
		});
		const answer = await client.templates.create({ businessAccountId, ...definition });
		assert.equal(answer.category, 'AUTHENTICATION');
	},
	'lists templates page by page': async () => {
		const first = await client.templates.list({ businessAccountId, limit: 20 });
		assert.equal(first.data.length, 20);
		const { after } = first.paging.cursors;
		const second = await client.templates.list({ businessAccountId, limit: 20, after });
		const known = first.data.map(({ id }) => id);
		assert.ok(second.data.every(({ id }) => !known.includes(id)));
	},
	'asks for one template where only its own proxy has it': async () => {
		// `/{account}/message_templates/{template}` is no path of Meta's: a template is read by its ID alone.
		await assert.rejects(client.templates.get({ businessAccountId, templateId: made.id }));
	},
	'deletes a template': async () => {
		const answer = await client.templates.delete({ businessAccountId, name: 'seasonal_promo' });
		assert.equal(answer.success, true);
	},
	'deregisters and registers the number': async () => {
		assert.equal((await client.phoneNumbers.deregister({ phoneNumberId })).success, true);
		const pin = '123456';
		assert.equal((await client.phoneNumbers.register({ phoneNumberId, pin })).success, true);
	},
	'hears that a verified number needs no code': async () => {
		await assert.rejects(
			client.phoneNumbers.requestCode({ phoneNumberId, codeMethod: 'SMS', language: 'en_US' }),
			(error) => error.code === 136024,
		);
		await assert.rejects(
			client.phoneNumbers.verifyCode({ phoneNumberId, code: '654321' }),
			(error) => error.code === 136024,
		);
	},
	'reads and changes the settings': async () => {
		const { settings } = client.phoneNumbers;
		const callHours = {
			status: 'ENABLED',
			timezoneId: 'America/New_York',
			weeklyOperatingHours: [{ dayOfWeek: 'MONDAY', openTime: '0900', closeTime: '1700' }],
		};
		const calling = { status: 'ENABLED', callIconVisibility: 'DEFAULT', callHours };
		assert.equal((await settings.update({ phoneNumberId, calling })).success, true);
		assert.deepEqual((await settings.get({ phoneNumberId })).calling.callHours, callHours);
	},
	'reads and changes the business profile': async () => {
		const { businessProfile } = client.phoneNumbers;
		const about = 'Open from nine';
		assert.equal((await businessProfile.update({ phoneNumberId, about })).success, true);
		const { data } = await businessProfile.get({ phoneNumberId, fields: 'about' });
		assert.equal(data[0].about, about);
	},
	'deploys a flow, previews it and sends it': async () => {
		const deployed = await client.flows.deploy(FLOW, {
			wabaId: businessAccountId,
			name: 'csat-flow',
			publish: true,
			preview: true,
		});
		({ flowId } = deployed);
		assert.equal(deployed.validationErrors, undefined);
		assert.match(deployed.previewUrl, new RegExp(flowId));
		await send('InteractiveFlow', {
			bodyText,
			parameters: { flowId, flowCta: 'Open', flowToken: 'token', flowAction: 'navigate' },
		});
		assert.equal((await client.flows.deprecate({ flowId })).success, true);
		const { data } = await client.flows.list({ wabaId: businessAccountId });
		assert.equal(data[0].status, 'DEPRECATED');
	},
	'puts another JSON into a draft and hears what is wrong with it': async () => {
		const name = 'second-flow';
		const { id } = await client.flows.create({ wabaId: businessAccountId, name, flowJson: FLOW });
		const json = { ...FLOW, screens: [{ ...FLOW.screens[0], terminal: false }] };
		const answer = await client.flows.updateAsset({ flowId: id, json });
		assert.equal(answer.validationErrors[0].error, 'MISSING_TERMINAL_SCREEN');
		const { status } = await client.flows.get({ flowId: id, fields: 'status' });
		assert.equal(status, 'DRAFT');
	},
	'verifies and reads webhooks': async () => {
		await client.request('POST', `${businessAccountId}/subscribed_apps`, {
			body: { overrideCallbackUri: receiver.url, verifyToken: 'our-token' },
			responseType: 'json',
		});
		await control('receive', { from: PERSON, text: 'Grüße / 👋', name: 'Zoë' });
		const { messages, contacts } = await received();
		assert.equal(messages[0].text.body, 'Grüße / 👋');
		assert.equal(contacts[0].profile.name, 'Zoë');
		const { messages: sent } = await send('Text', { body: 'Hello' });
		const { statuses } = await received();
		assert.deepEqual([statuses[0].id, statuses[0].status], [sent[0].id, 'sent']);
		assert.equal(statuses[0].recipientId, PERSON);
	},
	'throws what Meta says': async () => {
		await assert.rejects(send('Image', { image: { id: '1' } }), (error) => {
			assert.equal(error.name, 'GraphApiError');
			assert.equal(error.code, 100);
			return true;
		});
	},
});
