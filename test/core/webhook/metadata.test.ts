import { withoutContent } from '../../../core/webhook/metadata';
import type { EventItem } from '../../../core/webhook/item';
import { accountItems, around, inEntry, messageItem, split } from './support';

const CONTENT = 'only for you';
const profile = { name: CONTENT, username: CONTENT };

it.each<[string, object]>([
	['text', { text: { body: CONTENT } }],
	['image', { image: { id: '77', caption: CONTENT, mime_type: 'image/jpeg' } }],
	['document', { document: { id: '77', filename: CONTENT, mime_type: 'application/pdf' } }],
	['location', { location: { latitude: 1.25, longitude: 2.5, name: CONTENT } }],
	['contacts', { contacts: [{ name: { formatted_name: CONTENT } }] }],
	['order', { order: { catalog_id: '1', text: CONTENT, product_items: [] } }],
	['reaction', { reaction: { message_id: 'wamid.OUT', emoji: CONTENT } }],
	[
		'interactive',
		{
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { body: CONTENT, response_json: JSON.stringify({ answer: CONTENT }) },
			},
		},
	],
	['text', { text: { body: 'x' }, referral: { headline: CONTENT } }],
])('leaves out the content of a message of type %s and keeps who, when and which', (type, more) => {
	const contacts = [{ profile, wa_id: '15550001234' }];
	const full = { id: 'wamid.IN', timestamp: '1790000000', from: '15550001234', type, ...more };
	const [{ item }] = split(inEntry('messages', around({ contacts, messages: [full] })), true);
	expect(JSON.stringify(item)).toContain(CONTENT);
	const kept = withoutContent(item);
	expect(JSON.stringify(kept)).not.toContain(CONTENT);
	for (const part of ['raw', 'latitude', 'longitude', 'order', 'contacts', 'flow_response'])
		expect(kept).not.toHaveProperty(part);
	expect(kept).toMatchObject({
		event_id: item.event_id,
		message_id: 'wamid.IN',
		timestamp: 1790000000,
		type,
		from: '15550001234',
		contact_key: '15550001234',
		text: '',
		content_left_out: true,
	});
});

it('keeps IDs of files, buttons and the message that is answered', () => {
	const image = { id: '77', caption: CONTENT, mime_type: 'image/jpeg' };
	const picture = messageItem({ type: 'image', image, from: '15550001234' });
	expect(withoutContent(picture)).toMatchObject({ media_id: '77', mime_type: 'image/jpeg' });
	const tap = messageItem({
		type: 'button',
		from: '15550001234',
		button: { payload: 'STOP', text: CONTENT },
		context: { id: 'wamid.OUT' },
	});
	expect(withoutContent(tap)).toMatchObject({ button_id: 'STOP', reply_to: 'wamid.OUT' });
});

it('names nobody in events of the address book and of groups', () => {
	const contact = { full_name: CONTENT, phone_number: '15550001234' };
	const state_sync = [{ type: 'contact', action: 'add', contact }];
	const groups = [{ group_id: 'g1', type: 'group_create', subject: CONTENT }];
	const items = [
		...accountItems('smb_app_state_sync', { state_sync }),
		...accountItems('group_lifecycle_update', { groups }),
	];
	expect(JSON.stringify(items)).toContain(CONTENT);
	const kept = items.map(withoutContent);
	expect(JSON.stringify(kept)).not.toContain(CONTENT);
	expect(kept).toMatchObject([{ contact_key: '15550001234' }, { group_id: 'g1' }]);
});

it('leaves the given item as it was', () => {
	const item: EventItem = messageItem({ type: 'text', text: { body: CONTENT } });
	withoutContent(item);
	expect(item).toMatchObject({ text: CONTENT });
	expect(item).not.toHaveProperty('content_left_out');
});
