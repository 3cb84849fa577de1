import { around, inEntry, messageItem, METADATA, RECEIVED_AT, split } from './support';

const from = '15550001234';

describe('a message', () => {
	it('becomes a flat item with a stable shape', () => {
		const item = messageItem({ from, type: 'text', text: { body: 'Hello' } });
		expect(item).toEqual({
			kind: 'message',
			event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
			field: 'messages',
			timestamp: 1_790_000_000,
			received_at: RECEIVED_AT,
			business_account_id: '2000',
			phone_number_id: '3000',
			display_phone_number: '15550009999',
			message_id: 'wamid.IN',
			type: 'text',
			from,
			from_user_id: '',
			to: '',
			to_user_id: '',
			contact_key: from,
			contact_name: 'Pat',
			username: '',
			text: 'Hello',
			reply_to: '',
			group_id: '',
			button_id: '',
			media_id: '',
			mime_type: '',
			filename: '',
			emoji: '',
			error_code: '',
			standby: false,
			echo: false,
			history: false,
		});
	});

	it.each<[string, object, object]>([
		[
			'a picture',
			{ type: 'image', image: { id: '77', mime_type: 'image/jpeg', caption: 'this' } },
			{ media_id: '77', mime_type: 'image/jpeg', text: 'this' },
		],
		[
			'a voice note',
			{ type: 'audio', audio: { id: '78', mime_type: 'audio/ogg; codecs=opus', voice: true } },
			{ media_id: '78', mime_type: 'audio/ogg; codecs=opus', text: '' },
		],
		[
			'a document',
			{ type: 'document', document: { id: '79', filename: 'a.pdf', mime_type: 'application/pdf' } },
			{ media_id: '79', filename: 'a.pdf' },
		],
		[
			'a tapped template button',
			{
				type: 'button',
				context: { from: '1', id: 'wamid.T' },
				button: { payload: 'STOP', text: 'Stop' },
			},
			{ text: 'Stop', button_id: 'STOP', reply_to: 'wamid.T' },
		],
		[
			'a tapped reply button',
			{
				type: 'interactive',
				interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } },
			},
			{ text: 'Yes', button_id: 'y' },
		],
		[
			'a chosen row',
			{
				type: 'interactive',
				interactive: {
					type: 'list_reply',
					list_reply: { id: 'r1', title: 'Row', description: 'd' },
				},
			},
			{ text: 'Row', button_id: 'r1' },
		],
		[
			'a finished flow',
			{
				type: 'interactive',
				interactive: {
					type: 'nfm_reply',
					nfm_reply: {
						name: 'flow',
						body: 'Sent',
						response_json: '{"flow_token":"t","name":"Jo"}',
					},
				},
			},
			{ text: 'Sent', flow_response: { flow_token: 't', name: 'Jo' } },
		],
		[
			'a flow answer that is not JSON',
			{
				type: 'interactive',
				interactive: {
					type: 'nfm_reply',
					nfm_reply: { name: 'flow', body: 'Sent', response_json: '{' },
				},
			},
			{ text: 'Sent' },
		],
		[
			'a permission to call',
			{
				type: 'interactive',
				interactive: {
					type: 'call_permission_reply',
					call_permission_reply: { response: 'accept' },
				},
			},
			{ text: 'accept' },
		],
		[
			'a reaction',
			{ type: 'reaction', reaction: { message_id: 'wamid.OURS', emoji: '👍' } },
			{ emoji: '👍', text: '👍', reply_to: 'wamid.OURS' },
		],
		[
			'a removed reaction',
			{ type: 'reaction', reaction: { message_id: 'wamid.OURS' } },
			{ emoji: '', reply_to: 'wamid.OURS' },
		],
		[
			'a place',
			{ type: 'location', location: { latitude: 37.44, longitude: '-122.16', name: 'Philz' } },
			{ latitude: 37.44, longitude: -122.16, text: 'Philz' },
		],
		[
			'contact cards',
			{
				type: 'contacts',
				contacts: [{ name: { formatted_name: 'A B' } }, { name: { first_name: 'C' } }],
			},
			{ text: 'A B, C', contacts: expect.any(Array) },
		],
		[
			'an order',
			{ type: 'order', order: { catalog_id: '1', text: 'hi', product_items: [] } },
			{ text: 'hi', order: { catalog_id: '1', text: 'hi', product_items: [] } },
		],
		[
			'what WhatsApp cannot show',
			{ type: 'unsupported', errors: [{ code: 131051, title: 'unknown' }] },
			{ error_code: '131051', text: '' },
		],
		[
			'the first message after an ad',
			{
				type: 'text',
				text: { body: 'Hi' },
				referral: { source_id: '12', ctwa_clid: 'Aff' },
			},
			{ text: 'Hi', referral: { source_id: '12', ctwa_clid: 'Aff' } },
		],
		[
			'an edit',
			{
				type: 'edit',
				edit: {
					original_message_id: 'wamid.1',
					message: { type: 'text', text: { body: 'new' } },
				},
			},
			{ text: 'new', reply_to: 'wamid.1' },
		],
		[
			'a deletion',
			{ type: 'revoke', revoke: { original_message_id: 'wamid.1' } },
			{ reply_to: 'wamid.1' },
		],
	])('that is %s reads well', (_name, message, expected) => {
		const item = messageItem({ from, ...message });
		expect(item).toMatchObject(expected);
		expect(item).not.toHaveProperty('unrecognised');
	});

	it.each([
		['a type of tomorrow', { from, type: 'hologram', hologram: { id: 1 } }],
		['an answer of tomorrow', { from, type: 'interactive', interactive: { type: 'x', x: {} } }],
		['no type', { from }],
	])('with %s is passed on and marked', (_name, message) => {
		expect(messageItem(message)).toMatchObject({ unrecognised: true, from, contact_key: from });
	});

	it('names a person who hides the number by the business-scoped user ID', () => {
		const contacts = [{ profile: { name: 'Pat', username: 'pat.k' }, user_id: 'US.1' }];
		const message = { from_user_id: 'US.1', type: 'text', text: { body: 'x' } };
		expect(messageItem(message, { contacts })).toMatchObject({
			from: '',
			from_user_id: 'US.1',
			contact_key: 'US.1',
			contact_name: 'Pat',
			username: 'pat.k',
		});
	});

	it('takes the user ID from the contact beside it', () => {
		const contacts = [{ profile: {}, wa_id: from, user_id: 'US.1' }];
		expect(messageItem({ from, type: 'text', text: {} }, { contacts }).contact_key).toBe('US.1');
	});

	it('takes no contact that is somebody else', () => {
		const contacts = [
			{ profile: { name: 'A' }, wa_id: '1', user_id: 'US.A' },
			{ profile: { name: 'B' }, wa_id: '2', user_id: 'US.B' },
		];
		const body = inEntry(
			'messages',
			around({
				contacts,
				messages: [
					{ from: '2', id: 'm2', timestamp: '1', type: 'text' },
					{ from: '3', id: 'm3', timestamp: '1', type: 'text' },
				],
			}),
		);
		expect(split(body).map(({ item }) => item.kind === 'message' && item.contact_key)).toEqual([
			'US.B',
			'3',
		]);
	});

	it('about a changed number carries the old name and the new', () => {
		const system = {
			body: 'User A changed from 1650 to 1651',
			type: 'user_changed_number',
			wa_id: '1651',
			user_id: 'US.NEW',
			previous_user_id: 'US.OLD',
		};
		expect(
			messageItem({ from: '1650', type: 'system', system }, { contacts: undefined }),
		).toMatchObject({
			contact_key: 'US.NEW',
			previous_contact_key: 'US.OLD',
			from: '1650',
			text: system.body,
		});
	});

	it('has the same ID whenever it is delivered, and another than any other', () => {
		const message = { from, type: 'text', text: { body: 'x' } };
		expect(messageItem(message).event_id).toBe(messageItem(message, { contacts: [] }).event_id);
		expect(messageItem(message).event_id).not.toBe(
			messageItem({ ...message, id: 'wamid.OTHER' }).event_id,
		);
	});
});

describe('messages nobody may answer', () => {
	it('are marked when the business wrote them in its app', () => {
		const echo = {
			from: METADATA.display_phone_number,
			to: from,
			id: 'wamid.E',
			timestamp: '1790000000',
			type: 'text',
			text: { body: 'Hi' },
		};
		const [{ output, item }] = split(
			inEntry('smb_message_echoes', around({ message_echoes: [echo] })),
		);
		expect(output).toBe('message');
		expect(item).toMatchObject({
			echo: true,
			from: METADATA.display_phone_number,
			to: from,
			contact_key: from,
		});
	});

	it('are marked when another app owns the conversation', () => {
		const standby = {
			messages: [{ from, id: 'wamid.S', timestamp: '1', type: 'text', text: { body: 'x' } }],
			message_echoes: [{ id: 'wamid.E', timestamp: '1', message: {} }],
			statuses: [{ id: 'wamid.T', status: 'read', timestamp: '1' }],
		};
		const events = split(inEntry('standby', { metadata: METADATA, standby }));
		expect(events.map(({ output }) => output)).toEqual(['message', 'message', 'status']);
		expect(events.every(({ item }) => 'standby' in item && item.standby)).toBe(true);
	});

	it('are marked when they are old', () => {
		const history = [
			{
				metadata: { phase: 0, chunk_order: 1, progress: 55 },
				threads: [
					{
						id: from,
						messages: [
							{ from, id: 'h1', timestamp: '1700000000', type: 'text', text: { body: 'a' } },
							{
								from: METADATA.display_phone_number,
								to: from,
								id: 'h2',
								timestamp: '1700000001',
								type: 'text',
								text: { body: 'b' },
							},
						],
					},
				],
			},
		];
		const events = split(inEntry('history', { metadata: METADATA, history }));
		expect(events.map(({ item }) => item)).toMatchObject([
			{ kind: 'message', history: true, echo: false, contact_key: from },
			{ kind: 'message', history: true, echo: true, contact_key: from },
			{ kind: 'account', summary: 'The chat history is 55 % transferred.' },
		]);
	});
});
