import { createHmac } from 'node:crypto';

/** The value of X-Hub-Signature-256, worked out without our own code. */
export const sign = (secret: string, bytes: Buffer): string =>
	`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
