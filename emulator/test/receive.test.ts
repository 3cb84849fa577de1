import { PERSON, setTheStage, type Stage, template, text } from './support/stage';

let stage: Stage;
beforeAll(async () => {
	stage = await setTheStage();
	await stage.subscribe();
});
afterAll(async () => await stage.close());

it.each([
	['text', { text: 'Hi' }, { type: 'text', text: { body: 'Hi' } }],
	[
		'button',
		{ payload: 'STOP', text: 'Stop promotions', context_message_id: 'wamid.OURS' },
		{
			type: 'button',
			button: { payload: 'STOP', text: 'Stop promotions' },
			context: { from: expect.any(String), id: 'wamid.OURS' },
		},
	],
	[
		'button_reply',
		{ id: 'yes', title: 'Yes' },
		{
			type: 'interactive',
			interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
		},
	],
	[
		'list_reply',
		{ id: 'r1', title: 'Row', description: 'd' },
		{
			type: 'interactive',
			interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Row', description: 'd' } },
		},
	],
	[
		'image',
		{ text: 'look' },
		{
			type: 'image',
			image: {
				caption: 'look',
				mime_type: 'image/png',
				sha256: expect.stringMatching(/=$/),
				id: expect.stringMatching(/^\d+$/),
			},
		},
	],
	[
		'location',
		{ latitude: 1.5, longitude: 2.5, text: 'Shop' },
		{ type: 'location', location: { latitude: 1.5, longitude: 2.5, name: 'Shop' } },
	],
	[
		'reaction',
		{ context_message_id: 'wamid.OURS', emoji: '❤️' },
		{ type: 'reaction', reaction: { message_id: 'wamid.OURS', emoji: '❤️' } },
	],
	[
		'voice',
		{},
		{
			type: 'audio',
			audio: {
				mime_type: 'audio/ogg; codecs=opus',
				sha256: expect.stringMatching(/=$/),
				id: expect.stringMatching(/^\d+$/),
				voice: true,
			},
		},
	],
	[
		'document',
		{ filename: 'a.pdf', text: 'look', group_id: 'G' },
		{
			group_id: 'G',
			type: 'document',
			document: {
				caption: 'look',
				filename: 'a.pdf',
				mime_type: 'application/pdf',
				sha256: expect.stringMatching(/=$/),
				id: expect.stringMatching(/^\d+$/),
			},
		},
	],
	[
		'order',
		{ text: 'Please' },
		{
			type: 'order',
			order: {
				catalog_id: '1',
				text: 'Please',
				product_items: [{ product_retailer_id: 'a', quantity: 1, item_price: 5, currency: 'USD' }],
			},
		},
	],
	[
		'flow_reply',
		{ answer: { rating: 'up' } },
		{
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: {
					name: 'flow',
					body: 'Sent',
					response_json: '{"flow_token":"unused","rating":"up"}',
				},
			},
		},
	],
	[
		'unsupported',
		{},
		{
			type: 'unsupported',
			errors: [
				{
					code: 131051,
					title: expect.any(String),
					message: expect.any(String),
					error_data: { details: expect.any(String) },
				},
			],
		},
	],
] as const)('delivers a %s as Meta does', async (type, input, expected) => {
	stage.receiver.deliveries.length = 0;
	const { message_id } = stage.emulator.control.receive({
		from: PERSON,
		name: 'Pat',
		type,
		...input,
	});
	await stage.emulator.control.idle();
	expect(stage.receiver.messages()).toEqual([
		{
			from: PERSON,
			from_user_id: expect.stringMatching(/^US\./),
			id: message_id,
			timestamp: expect.stringMatching(/^\d{10}$/),
			...expected,
		},
	]);
	const { value } = stage.receiver.deliveries[0].body.entry[0].changes[0];
	expect(value.contacts).toMatchObject([{ profile: { name: 'Pat' }, wa_id: PERSON }]);
});

it('leaves the number out for somebody who hides it', async () => {
	stage.receiver.deliveries.length = 0;
	stage.emulator.control.receive({ user_id: 'US.9', username: 'pat.k', text: 'Hi' });
	await stage.emulator.control.idle();
	expect(stage.receiver.messages()[0]).not.toHaveProperty('from');
	const { value } = stage.receiver.deliveries[0].body.entry[0].changes[0];
	expect(value.contacts).toEqual([
		{ profile: { name: expect.any(String), username: 'pat.k' }, user_id: 'US.9' },
	]);
});

it('fails marketing to somebody who stopped it, and nothing else', async () => {
	const { control } = stage.emulator;
	stage.receiver.deliveries.length = 0;
	control.receive({ from: PERSON, type: 'stop_marketing' });
	await control.idle();
	const { field, value } = stage.receiver.deliveries[0].body.entry[0].changes[0];
	expect(field).toBe('user_preferences');
	expect(value.user_preferences).toMatchObject([
		{ wa_id: PERSON, category: 'marketing_messages', value: 'stop' },
	]);
	const gift = template('birthday_gift', PERSON, [
		{ type: 'body', parameters: [{ type: 'text', text: 'Jo' }] },
	]);
	stage.receiver.deliveries.length = 0;
	await stage.send(gift);
	await stage.send(template('hello_world'));
	await control.idle();
	const failed = stage.receiver.statuses().filter(({ status }) => status === 'failed');
	expect(failed).toMatchObject([{ errors: [{ code: 131050 }] }]);
	control.receive({ from: PERSON, type: 'resume_marketing' });
	await stage.send(gift);
	await control.idle();
	expect(control.record().counts).toMatchObject({ failed: 1 });
});

it('marks what people wrote as read, and refuses to mark anything else', async () => {
	const { message_id } = stage.emulator.control.receive({ from: PERSON });
	const typing = { status: 'read', message_id, typing_indicator: { type: 'text' } };
	expect((await stage.send(typing)).body).toEqual({ success: true });
	expect(
		(await stage.send({ status: 'read', message_id: 'wamid.UNKNOWN' })).body.error,
	).toMatchObject({
		code: 131009,
	});
	const sent = await stage.send(text('hi'));
	const [{ id }] = sent.body.messages as Array<{ id: string }>;
	expect((await stage.send({ status: 'read', message_id: id })).body.error).toMatchObject({
		code: 131009,
	});
	expect((await stage.send({ status: 'delivered', message_id })).status).toBe(400);
});
