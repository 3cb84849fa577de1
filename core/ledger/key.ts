import { createHash, createHmac } from 'node:crypto';

const VERSION = 'w1';

/** What we put into `biz_opaque_callback_data` (Meta allows 512 characters) so that a status finds its send. */
export interface TrackingKey {
	campaign: string;
	/** `contactTag` of the person: Meta echoes the key into the ledger, so no number may stand in it. */
	contact: string;
	/** Tells repeated sends to the same person apart. */
	attempt: string;
}

/** A short, stable, one-way tag for a person. `secret` is the credential's privacy key; without one it is a plain hash. */
export function contactTag(contactKey: string, secret = ''): string {
	const hash = secret ? createHmac('sha256', secret) : createHash('sha256');
	return hash.update(contactKey).digest('hex').slice(0, 24);
}

/** `w1/<campaign>/<contact>/<attempt>`, each part percent-encoded. */
export function formatKey({ campaign, contact, attempt }: TrackingKey): string {
	return [VERSION, ...[campaign, contact, attempt].map(encodeURIComponent)].join('/');
}

/** Reads a key back; anything that is not ours (other products use the field too) gives `undefined`. */
export function parseKey(key: string): TrackingKey | undefined {
	const [version, ...parts] = key.split('/');
	if (version !== VERSION || parts.length !== 3) return undefined;
	try {
		const [campaign, contact, attempt] = parts.map(decodeURIComponent);
		return { campaign, contact, attempt };
	} catch {
		return undefined;
	}
}
