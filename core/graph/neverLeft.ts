/** Codes that Node, the resolver and TLS give before the first byte of a request is written. */
const BEFORE_WRITING = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EAI_FAIL',
	'EADDRNOTAVAIL',
	'ERR_INVALID_URL',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_UNTRUSTED',
	'CERT_REVOKED',
	'HOSTNAME_MISMATCH',
]);

/**
 * OpenSSL's numbers for a handshake that came to nothing: not TLS at all, no common version, refused. The code beside
 * them, EPROTO, also stands for a line that breaks later.
 */
const HANDSHAKE = /error:0A000(10B|102|410|42E):/;

/** n8n and its network guard refuse a request by throwing one of these before they open a connection. */
const REFUSED_BY_HOST = new Set(['UserError', 'SsrfBlockedIpError', 'SsrfBlockedHostnameError']);

type Link = {
	code?: unknown;
	syscall?: unknown;
	name?: unknown;
	message?: unknown;
	cause?: unknown;
	errors?: unknown;
};

function links(error: unknown, seen = new Set<unknown>()): Link[] {
	if (typeof error !== 'object' || error === null || seen.has(error) || seen.size > 20) return [];
	seen.add(error);
	const link: Link = error;
	const inner = Array.isArray(link.errors) ? link.errors : [];
	return [link, ...[link.cause, ...inner].flatMap((next) => links(next, seen))];
}

/** The network code nearest to the cause, such as ECONNRESET; empty when there is none. */
export function networkCode(error: unknown): string {
	const codes = links(error).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
	return codes.find((code) => BEFORE_WRITING.has(code)) ?? codes[0] ?? '';
}

/**
 * True only when it is certain that not one byte of the request was written. Everything else, above all a timeout or
 * a reset connection, may have reached Meta.
 */
export function neverLeft(error: unknown): boolean {
	return links(error).some(
		({ code, syscall, name, message }) =>
			(typeof code === 'string' && BEFORE_WRITING.has(code)) ||
			syscall === 'connect' ||
			syscall === 'getaddrinfo' ||
			(typeof message === 'string' && HANDSHAKE.test(message)) ||
			(typeof name === 'string' && REFUSED_BY_HOST.has(name)),
	);
}
