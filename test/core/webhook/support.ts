import { toEvents } from '../../../core/webhook/events';
import type { AccountItem, MessageItem, StatusItem } from '../../../core/webhook/item';
import { openWebhook } from '../../../core/webhook/open';
import { signatureOf } from '../../../core/webhook/signature';

const SECRET = 'not-a-real-app-secret';

export const RECEIVED_AT = 1_790_000_100;

/** Opens a body as the trigger does. */
export function split(body: unknown, raw = false) {
	const bytes = Buffer.from(JSON.stringify(body));
	const opened = openWebhook(SECRET, bytes, signatureOf(SECRET, bytes));
	if (!opened.ok) throw new Error(opened.reason);
	return toEvents(opened.webhook, RECEIVED_AT, { raw });
}

export const inEntry = (field: string, value: unknown, time?: number) => ({
	object: 'whatsapp_business_account',
	entry: [{ id: '2000', ...(time ? { time } : {}), changes: [{ field, value }] }],
});

export const METADATA = { display_phone_number: '15550009999', phone_number_id: '3000' };

const around = (content: object) => ({
	messaging_product: 'whatsapp',
	metadata: METADATA,
	...content,
});

/** The item of one message, with one contact beside it unless `beside` says otherwise. */
export function messageItem(message: object, beside: object = {}, field = 'messages'): MessageItem {
	const full = { id: 'wamid.IN', timestamp: '1790000000', ...message };
	const contacts = [{ profile: { name: 'Pat' }, wa_id: '15550001234' }];
	const [event] = split(inEntry(field, around({ contacts, messages: [full], ...beside })));
	return event.item as MessageItem;
}

/** The item of one status. */
export function statusItem(status: object, beside: object = {}): StatusItem {
	const full = { id: 'wamid.OUT', timestamp: '1790000000', ...status };
	const [event] = split(inEntry('messages', around({ statuses: [full], ...beside })));
	return event.item as StatusItem;
}

/** The account items of one change. */
export const accountItems = (field: string, value: object, time?: number) =>
	split(inEntry(field, value, time)).map(({ item }) => item as AccountItem);

export { around };
