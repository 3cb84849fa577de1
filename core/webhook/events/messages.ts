import { eventId } from '../../ledger/eventId';
import type { MessageItem } from '../item';
import { firstText, isRecord, list, record, seconds, text, type Json } from '../read';
import { contentOf } from './content';
import { contactKey, whoIs } from './people';
import { contentId, rawOf, type Place, type Split } from './place';

/** By which road the messages came; it decides whether somebody may answer them. */
export interface Road {
	echo?: boolean;
	standby?: boolean;
	history?: boolean;
}

const KIND = { message: 'received', echo: 'echo', history: 'history' };

function errorCode(message: Json): string {
	return text(record(list(message.errors)[0]).code);
}

/** Adds one item per message. */
export function addMessages(
	split: Split,
	place: Place,
	messages: readonly unknown[],
	contacts: readonly unknown[],
	{ echo = false, standby = false, history = false }: Road = {},
): void {
	for (const original of messages) {
		const message = record(original);
		const type = text(message.type);
		const writer = { phone: text(message.from), user_id: text(message.from_user_id) };
		const reader = { phone: text(message.to), user_id: text(message.to_user_id) };
		const other = echo ? reader : writer;
		const alone = messages.length === 1 && type !== 'system';
		const person = whoIs(contacts, other.phone, other.user_id, alone);
		const { contact_key, ...content } = contentOf(type, message);
		const at = seconds(message.timestamp);
		const id = text(message.id);
		const item: MessageItem = {
			kind: 'message',
			event_id: eventId({
				phone_number_id: place.phone_number_id,
				id: id || contentId(original),
				kind: history ? KIND.history : echo ? KIND.echo : KIND.message,
				at,
				error_code: '',
				participant: '',
			}),
			field: place.field,
			timestamp: at || place.received_at,
			received_at: place.received_at,
			business_account_id: place.business_account_id,
			phone_number_id: place.phone_number_id,
			display_phone_number: place.display_phone_number,
			message_id: id,
			type,
			from: echo ? writer.phone : person.phone,
			from_user_id: echo ? writer.user_id : person.user_id,
			to: echo ? person.phone : reader.phone,
			to_user_id: echo ? person.user_id : reader.user_id,
			contact_key: contact_key || contactKey(person),
			contact_name: person.name,
			username: person.username,
			text: '',
			reply_to: text(record(message.context).id),
			group_id: text(message.group_id),
			button_id: '',
			media_id: '',
			mime_type: '',
			filename: '',
			emoji: '',
			error_code: errorCode(message),
			standby,
			echo,
			history,
			...content,
			...(isRecord(message.referral) ? { referral: message.referral } : {}),
			...rawOf(place, original),
		};
		split.push({ output: 'message', item });
	}
}

/** History tells by the sender's number which side wrote; a live message says it by its field. */
export function isFromBusiness(message: unknown, place: Place): boolean {
	const from = firstText(record(message).from).replace(/\D/g, '');
	return from !== '' && from === place.display_phone_number.replace(/\D/g, '');
}
