import { z } from 'zod';
import { sign, toMetaBytes } from '../webhooks/sign';
import { targetOf } from '../webhooks/target';
import type { World } from '../world';

const schema = z
	.object({
		/** JSON to be written as Meta writes it, or text that is sent as it is. */
		body: z.unknown(),
		/** Signs with another secret, as a forger would; an empty text sends no signature. */
		secret: z.string().optional(),
		/** Default: where webhooks go. */
		callback: z.string().optional(),
	})
	.strict();

export type SendWebhookInput = z.input<typeof schema>;

/** Sends one signed webhook right now, once, past the queue. Returns what the callback answered; 0 = nothing. */
export async function sendWebhook(
	{ config, store, outlet, settings }: World,
	input: SendWebhookInput,
): Promise<{ status: number; body: string }> {
	const { body, secret = config.appSecret, callback } = schema.parse(input);
	const target = callback ?? targetOf(store, 'messages', config.phoneNumberId)?.url;
	if (!target) throw new NoCallback('No callback is set: subscribe one, or name it in `callback`');
	const bytes = typeof body === 'string' ? Buffer.from(body) : toMetaBytes(body);
	const { status, text } = await outlet.post(
		target,
		bytes,
		{
			'content-type': 'application/json',
			'user-agent': 'facebookexternalua',
			...(secret && { 'x-hub-signature-256': sign(secret, bytes) }),
		},
		settings().retry.timeout_ms,
	);
	return { status, body: text };
}

class NoCallback extends Error {
	readonly statusCode = 409;
}
