import { createHash } from 'node:crypto';
import { corpus, hasCorpus } from '../../test/support/corpus';
import type { Random } from '../support/random';

/** One status of one message, of the size and shape that Meta sends (about 600 bytes). */
export interface StatusIds {
	phoneNumberId: string;
	businessAccountId: string;
}

const STATUSES = ['sent', 'delivered', 'read'];

/** Meta's IDs look like this; the number makes each one different. */
export const messageId = (name: string) =>
	`wamid.HBgM${createHash('sha256').update(name).digest('base64url').slice(0, 36)}AA==`;

/** A webhook that carries `count` statuses of as many messages. `name` makes their IDs. */
export function statusBody(name: string, count: number, at: number, ids: StatusIds): string {
	const statuses = Array.from({ length: count }, (_, i) => ({
		id: messageId(`${name}-${i}`),
		status: STATUSES[i % STATUSES.length],
		timestamp: String(at),
		recipient_id: `1555${String(1_000_000 + (i % 1_000_000))}`,
		recipient_user_id: `US.${1_000_000_000_000 + i}`,
		biz_opaque_callback_data: `spring-sale|${name}-${i}|1`,
		pricing: { billable: true, pricing_model: 'PMP', category: 'marketing', type: 'regular' },
	}));
	return webhookOf(statuses, ids);
}

/** A webhook that carries these statuses. */
export function webhookOf(
	statuses: object[],
	{ phoneNumberId, businessAccountId }: StatusIds,
): string {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100100', phone_number_id: phoneNumberId },
		statuses,
	};
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [{ id: businessAccountId, changes: [{ value, field: 'messages' }] }],
	});
}

/** A webhook with one text somebody wrote. */
export function textBody(name: string, at: number, ids: StatusIds): string {
	const from = `1555${String(2_000_000 + (Number(name.split('-').pop()) % 900_000))}`;
	const message = {
		from,
		id: messageId(name),
		timestamp: String(at),
		type: 'text',
		text: { body: 'Is it open on Sunday?' },
	};
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100100', phone_number_id: ids.phoneNumberId },
		contacts: [{ profile: { name: 'Ada' }, wa_id: from }],
		messages: [message],
	};
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [{ id: ids.businessAccountId, changes: [{ value, field: 'messages' }] }],
	});
}

const IDS = { phoneNumberId: '106540352242922', businessAccountId: '102290129340398' };

/** Single-status bodies with different IDs. */
export function syntheticBodies(count: number, random: Random): Buffer[] {
	const now = 1_760_000_000;
	return Array.from({ length: count }, (_, i) =>
		Buffer.from(statusBody(`open-${i}-${random.int(1e9)}`, 1, now + i, IDS)),
	);
}

/** The third-party collection, where it lies beside the project; nothing elsewhere. */
export function corpusBodies(): Buffer[] {
	if (!hasCorpus) return [];
	const texts = corpus<{ body: unknown }>('webhooks').map(({ body }) => JSON.stringify(body));
	return [...new Set(texts)].map((text) => Buffer.from(text));
}
