import { z } from 'zod';

/**
 * The envelope, and only what we branch on. A signed body with this `object` is Meta's, so nothing inside makes us
 * refuse it: what has an unexpected shape becomes an item marked as unrecognised.
 */
export const webhookSchema = z
	.object({
		object: z.literal('whatsapp_business_account'),
		entry: z.array(z.unknown()).default([]),
	})
	.passthrough();

/** A webhook whose signature was checked. Only `openWebhook` makes one. */
export type Webhook = z.infer<typeof webhookSchema>;
