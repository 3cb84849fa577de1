import type { MessageItem } from '../item';
import { firstText, isRecord, list, numeric, record, text, type Json } from '../read';
import { interactiveContent } from './interactive';

/** What a message type adds to the item; the rest stays empty. */
export type Content = Partial<
	Pick<
		MessageItem,
		| 'text'
		| 'button_id'
		| 'reply_to'
		| 'media_id'
		| 'mime_type'
		| 'filename'
		| 'emoji'
		| 'latitude'
		| 'longitude'
		| 'flow_response'
		| 'order'
		| 'contacts'
		| 'contact_key'
		| 'previous_contact_key'
		| 'unrecognised'
	>
>;

type Reader = (payload: Json, message: Json) => Content;

const media: Reader = (payload) => ({
	text: text(payload.caption),
	media_id: text(payload.id),
	mime_type: text(payload.mime_type),
	filename: text(payload.filename),
});

function location(payload: Json): Content {
	const latitude = numeric(payload.latitude);
	const longitude = numeric(payload.longitude);
	return {
		text: [text(payload.name), text(payload.address)].filter(Boolean).join(', '),
		...(latitude === undefined ? {} : { latitude }),
		...(longitude === undefined ? {} : { longitude }),
	};
}

function cards(_: Json, message: Json): Content {
	const names = list(message.contacts).map((card) => {
		const name = record(record(card).name);
		return firstText(name.formatted_name, name.first_name, name.last_name);
	});
	return { text: names.filter(Boolean).join(', '), contacts: message.contacts };
}

/** Somebody changed their number or their user ID. The item's person is who they are now. */
function system(payload: Json, message: Json): Content {
	const now = firstText(payload.user_id, payload.wa_id, payload.new_wa_id);
	const before = firstText(payload.previous_user_id, message.from);
	return {
		text: text(payload.body),
		...(now ? { contact_key: now } : {}),
		...(now && before && before !== now ? { previous_contact_key: before } : {}),
	};
}

/** An edited message: what it says now, and which one it replaces. */
function edit(payload: Json): Content {
	const message = record(payload.message);
	const inner = readers.get(text(message.type));
	const { text: words = '', ...rest } =
		inner && inner !== edit ? inner(record(message[text(message.type)]), message) : {};
	return { ...rest, text: words, reply_to: text(payload.original_message_id) };
}

const nothing: Reader = () => ({});

const readers = new Map<string, Reader>([
	['text', (payload) => ({ text: text(payload.body) })],
	['image', media],
	['video', media],
	['audio', media],
	['voice', media],
	['document', media],
	['sticker', media],
	['location', location],
	['contacts', cards],
	[
		'button',
		(payload) => ({
			text: firstText(payload.text, payload.payload),
			button_id: text(payload.payload),
		}),
	],
	['interactive', interactiveContent],
	['order', (payload) => ({ text: text(payload.text), order: payload })],
	[
		'reaction',
		(payload) => ({
			text: text(payload.emoji),
			emoji: text(payload.emoji),
			reply_to: text(payload.message_id),
		}),
	],
	['system', system],
	['edit', edit],
	['revoke', (payload) => ({ reply_to: text(payload.original_message_id) })],
	['unsupported', nothing],
	['errors', nothing],
	['unknown', nothing],
	['media_placeholder', nothing],
	['request_welcome', nothing],
]);

/** Reads a message by its type. A type we do not know gives an item that is marked and otherwise bare. */
export function contentOf(type: string, message: Json): Content {
	const reader = readers.get(type);
	if (!reader) return { unrecognised: true };
	const payload = message[type];
	return reader(isRecord(payload) ? payload : {}, message);
}
