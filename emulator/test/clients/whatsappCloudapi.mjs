import assert from 'node:assert/strict';
import {
	markMessageRead,
	sendButtonsMessage,
	sendCTAURLMessage,
	sendFlowMessage,
	sendImageMessage,
	sendListMessage,
	sendTemplateMessage,
	sendTextMessage,
	uploadMedia,
} from '@whatsapp-cloudapi/client';
import { PERSON, control, own, run } from './support/steps.mjs';

const common = {
	accessToken: own.accessToken,
	from: own.phoneNumberId,
	to: `+${PERSON}`,
	baseUrl: own.url,
};
const accepted = (answer) => {
	assert.equal(answer.messaging_product, 'whatsapp');
	assert.equal(answer.contacts[0].wa_id, PERSON);
	assert.match(answer.messages[0].id, /^wamid\./);
};

const { message_id } = await control('receive', { from: PERSON, text: 'Hello' });
let mediaId;

await run({
	'sends a text': async () =>
		accepted(await sendTextMessage({ ...common, text: 'Hello', previewUrl: true })),
	'sends a text with callback data': async () =>
		accepted(await sendTextMessage({ ...common, text: 'Hello', bizOpaqueCallbackData: 'k-1' })),
	'uploads a picture': async () => {
		const file = new File(['not really a picture'], 'a.png', { type: 'image/png' });
		mediaId = (await uploadMedia({ ...common, file })).id;
		assert.match(mediaId, /^\d+$/);
	},
	'sends the picture': async () =>
		accepted(await sendImageMessage({ ...common, mediaId, caption: 'A picture' })),
	'sends buttons under a picture': async () =>
		accepted(
			await sendButtonsMessage({
				...common,
				bodyText: 'Which one?',
				footerText: 'Choose',
				headerImage: { id: mediaId },
				buttons: [
					{ id: 'a', title: 'This one' },
					{ id: 'b', title: 'That one' },
				],
			}),
		),
	'sends a list': async () =>
		accepted(
			await sendListMessage({
				...common,
				bodyText: 'Which one?',
				headerText: 'Choose',
				buttonText: 'Open',
				sections: [
					{ title: 'First', rows: [{ id: 'a', title: 'This', description: 'The left one' }] },
					{ title: 'Second', rows: [{ id: 'b', title: 'That' }] },
				],
			}),
		),
	'sends a link': async () =>
		accepted(
			await sendCTAURLMessage({
				...common,
				bodyText: 'Look here',
				buttonText: 'Open',
				url: 'https://a.example/',
			}),
		),
	'sends a flow': async () =>
		accepted(
			await sendFlowMessage({
				...common,
				bodyText: 'Tell us',
				flowToken: 'token',
				flowId: '123456',
				flowCta: 'Answer',
				flowAction: 'navigate',
				screen: 'FIRST',
				data: { a: 1 },
			}),
		),
	'sends a template with values': async () =>
		accepted(
			await sendTemplateMessage({
				...common,
				templateName: 'order_update',
				languageCode: 'en_US',
				components: [
					{
						type: 'body',
						parameters: [
							{ type: 'text', text: 'Jo' },
							{ type: 'text', text: 'A-1' },
						],
					},
				],
			}),
		),
	'marks as read and shows that it types': async () => {
		const answer = await markMessageRead({
			...common,
			messageId: message_id,
			showTypingIndicator: true,
		});
		assert.deepEqual(answer, { success: true });
	},
	'throws what Meta says about a wrong token': async () => {
		await assert.rejects(
			sendTextMessage({ ...common, accessToken: 'wrong', text: 'Hello' }),
			/"code":190/,
		);
	},
});
