import { createHmac } from 'node:crypto';

/**
 * The bytes of a webhook as Meta writes them: everything outside ASCII as lower-case `\u` escapes, slashes as `\/`.
 * The signature covers these bytes, so a receiver that parses and serialises again computes another one.
 */
export function toMetaBytes(body: unknown): Buffer {
	const text = JSON.stringify(body)
		.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.replace(/\//g, '\\/');
	return Buffer.from(text, 'latin1');
}

/** The value of `X-Hub-Signature-256`. */
export function sign(appSecret: string, bytes: Buffer): string {
	return `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
}
