import { InputError } from '../../../../core/input';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function parse(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/**
 * The production URL of a trigger. Throws InputError for anything the verify token should not travel to: plain http
 * beyond this machine, and addresses that no trigger has.
 */
export function triggerAddress(input: string): URL {
	const url = parse(input.trim());
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new InputError(
			'The Trigger URL is not a web address. Copy the production URL from the trigger.',
		);
	}
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
		throw new InputError(
			'The Trigger URL must begin with https://, because the verify token travels to it. Plain http is allowed only for this machine.',
		);
	}
	if (url.pathname.includes('/webhook-test/')) {
		throw new InputError(
			'This is the test URL, which is there only while somebody listens. Copy the production URL from the trigger.',
		);
	}
	if (url.username || url.password || !url.pathname.endsWith('/webhook')) {
		throw new InputError(
			'The Trigger URL is not one of a WhatsApp Cloud Trigger, which ends in /webhook. Copy the production URL from the trigger.',
		);
	}
	return url;
}
