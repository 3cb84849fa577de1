import { required } from './required';

/** Marks a received message, and those before it in the chat, as read. `typing` shows "typing…" for up to 25 seconds. */
export function readBody({ messageId, typing = false }: { messageId: string; typing?: boolean }) {
	return {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: required('The ID of the message to mark as read', messageId).trim(),
		...(typing && { typing_indicator: { type: 'text' } }),
	};
}
