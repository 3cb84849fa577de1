/**
 * The campaign a callback key belongs to, when the key reads `version/campaign/…` with percent-encoded parts. Any
 * other key belongs to no campaign: the field is the sender's own, and many senders put something else into it.
 */
export function campaignOf(key: unknown): string {
	const parts = typeof key === 'string' ? key.split('/') : [];
	if (parts.length < 3) return '';
	try {
		return decodeURIComponent(parts[1]);
	} catch {
		return '';
	}
}
