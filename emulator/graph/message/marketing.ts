import { z } from 'zod';
import { messageFailure } from '../error';
import type { CheckedMessage } from './check';
import { oneOf } from './common';
import { toFailure } from './issues';

const schema = z
	.object({
		product_policy: oneOf('cloud_api_fallback', 'strict').optional(),
		message_activity_sharing: z.boolean().optional(),
		bid_spec: z
			.object({ per_message_bid_multiplier: z.number().positive() })
			.passthrough()
			.optional(),
		recipient_type: z.literal('individual').optional(),
	})
	.passthrough();

/** What `/marketing_messages` takes besides: templates to single people, and its own parameters. */
export function requireMarketing(body: Record<string, unknown>, { type }: CheckedMessage): void {
	const read = schema.safeParse(body);
	if (!read.success) throw toFailure(read.error.issues);
	if (type !== 'template') throw messageFailure(134100);
}
