const PHONE_NUMBER_ID = '3000';

const around = (field: string, value: Record<string, unknown>, businessAccountId = '2000') => ({
	object: 'whatsapp_business_account',
	entry: [{ id: businessAccountId, changes: [{ field, value }] }],
});

const metadata = (phone_number_id: string) => ({
	display_phone_number: '15550009999',
	phone_number_id,
});

/** A status webhook as Meta sends it, for the message `id`. */
export const statusBody = (id: string, status = 'delivered', phoneNumberId = PHONE_NUMBER_ID) =>
	around('messages', {
		messaging_product: 'whatsapp',
		metadata: metadata(phoneNumberId),
		statuses: [{ id, status, timestamp: '1790000000', recipient_id: '15550001234' }],
	});

/** A text message from a person. */
export const textBody = (id: string, body = 'Hello', from = '15550001234') =>
	around('messages', {
		messaging_product: 'whatsapp',
		metadata: metadata(PHONE_NUMBER_ID),
		contacts: [{ profile: { name: 'Pat' }, wa_id: from }],
		messages: [{ from, id, timestamp: '1790000000', type: 'text', text: { body } }],
	});

/** A template event, which says nothing about a number. */
export const templateBody = (name: string, event = 'PAUSED') =>
	around('message_template_status_update', {
		event,
		message_template_id: 1,
		message_template_name: name,
		message_template_language: 'en_US',
		reason: 'NONE',
	});

/** Messages of any type, each from its own person. */
export const messagesBody = (messages: Record<string, unknown>[], field = 'messages') =>
	around(field, {
		messaging_product: 'whatsapp',
		metadata: metadata(PHONE_NUMBER_ID),
		[field === 'messages' ? 'messages' : 'message_echoes']: messages.map((message, i) => ({
			from: `1555000${1000 + i}`,
			timestamp: '1790000000',
			...message,
		})),
	});
