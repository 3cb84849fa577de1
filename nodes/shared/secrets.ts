import type { WhatsAppCredentials } from './credentials';

const SECRETS = ['accessToken', 'appSecret', 'verifyToken', 'privacyKey'] as const;

/**
 * Takes the credential's secrets out of a text or a JSON value: Meta repeats a malformed token in its answer, and
 * that answer ends up in items and in the execution record.
 */
export function withoutSecrets<T>(value: T, credentials: WhatsAppCredentials): T {
	const secrets = SECRETS.map((name) => credentials[name]).filter((secret) => secret.length >= 4);
	const clean = (inner: unknown): unknown => {
		if (typeof inner === 'string') {
			return secrets.reduce((text, secret) => text.split(secret).join('***'), inner);
		}
		if (Array.isArray(inner)) return inner.map(clean);
		if (typeof inner === 'object' && inner !== null) {
			return Object.fromEntries(Object.entries(inner).map(([key, entry]) => [key, clean(entry)]));
		}
		return inner;
	};
	return clean(value) as T;
}
