import { checkLength } from './limits';

/** What every message shares, whatever its type. */
export interface Envelope {
	/** Phone number with plus sign, or group ID. */
	to?: string;
	/** Business-scoped user ID, instead of `to`. */
	recipient?: string;
	recipientType?: 'individual' | 'group';
	/** ID of the message to quote. */
	replyTo?: string;
	/** Comes back in every status of this message; nobody outside sees it. */
	key?: string;
}

/** The part of a message that depends on its type, in Meta's words: `{type: 'text', text: {…}}`. */
export type Content = { type: string } & Record<string, unknown>;

/** The body of `POST /{phone number ID}/messages`. Throws InputError when the tracking key is too long. */
export function messageBody(envelope: Envelope, content: Content): Record<string, unknown> {
	const { to, recipient, recipientType = 'individual', replyTo, key } = envelope;
	if (key) checkLength('envelope.key', key);
	return {
		messaging_product: 'whatsapp',
		recipient_type: recipientType,
		...(to && { to }),
		...(recipient && { recipient }),
		...(replyTo && { context: { message_id: replyTo } }),
		...(key && { biz_opaque_callback_data: key }),
		...content,
	};
}
