import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';

/** The value of `X-Hub-Signature-256` for these bytes, as Meta computes it. Throws when there is no secret. */
export function signatureOf(appSecret: string, rawBody: Buffer): string {
	if (!appSecret) throw new Error('Nothing can be signed without an app secret.');
	return PREFIX + createHmac('sha256', appSecret).update(rawBody).digest('hex');
}

/** Compares two texts in a time that tells nothing about where they differ. Empty never equals anything. */
export function isSameSecret(expected: string, given: string): boolean {
	if (!expected || !given) return false;
	const [a, b] = [Buffer.from(expected), Buffer.from(given)];
	return a.length === b.length && timingSafeEqual(a, b);
}

/** True only when the header signs exactly these bytes with this secret. No secret means no. */
export function isSignedBy(appSecret: string, rawBody: Buffer, signature: unknown): boolean {
	if (!appSecret || typeof signature !== 'string') return false;
	return isSameSecret(signatureOf(appSecret, rawBody), signature);
}
