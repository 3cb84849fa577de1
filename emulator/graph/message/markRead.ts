import { z } from 'zod';
import type { World } from '../../world';
import { messageFailure } from '../error';
import { toFailure } from './issues';

const schema = z
	.object({
		status: z.literal('read'),
		message_id: z.string().min(1),
		typing_indicator: z
			.object({ type: z.literal('text') })
			.strict()
			.optional(),
	})
	.passthrough();

/** Marks a message somebody wrote to us as read, with or without "is typing". */
export function markRead({ store }: World, body: Record<string, unknown>): { success: true } {
	const read = schema.safeParse(body);
	if (!read.success) throw toFailure(read.error.issues);
	if (!store.inbound.has(read.data.message_id))
		throw messageFailure(131009, 'message_id does not name a message from a WhatsApp user');
	return { success: true };
}
