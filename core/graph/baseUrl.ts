import { InputError } from '../input';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function parse(input: string): URL | undefined {
	try {
		return new URL(input.trim());
	} catch {
		return undefined;
	}
}

/** Throws InputError unless the address is https, or http on this very machine. */
export function checkBaseUrl(input: string): URL {
	const url = parse(input);
	if (!url) {
		throw new InputError(
			'The Base URL in the credential is not a web address. Use https://graph.facebook.com unless you test against an emulator.',
		);
	}
	const isLocal = LOOPBACK.test(url.hostname);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
		throw new InputError(
			'The Base URL in the credential must begin with https://, because the access token travels with every call. Plain http is allowed only for this machine, such as http://127.0.0.1:8480.',
		);
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new InputError(
			'The Base URL in the credential must be a bare address without a user name, a question mark or a hash sign.',
		);
	}
	return url;
}

/** `base` + `path` with exactly one slash between them. */
export function joinUrl(base: URL, path: string): string {
	return `${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`;
}

/** `v25.0`. Throws InputError for anything else, so that no other path can be smuggled in. */
export function checkVersion(input: string): string {
	const version = input.trim();
	if (!/^v\d{1,3}\.\d{1,2}$/.test(version)) {
		throw new InputError('The Graph Version in the credential must look like v25.0.');
	}
	return version;
}
