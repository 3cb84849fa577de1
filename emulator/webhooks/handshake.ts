import { randomInt } from 'node:crypto';
import { GraphFailure } from '../graph/error';
import type { Callback } from '../store';
import type { World } from '../world';

/**
 * Asks a callback to prove itself, as Meta does during the call that sets it: it must answer 200 with the challenge
 * as the plain body. Throws Graph's refusal 2200 when it does not.
 */
export async function verifyCallback(
	{ outlet, journal, settings }: World,
	{ url, verifyToken }: Callback,
): Promise<void> {
	const target = parse(url);
	const challenge = String(randomInt(1e9, 2 ** 31));
	target.searchParams.set('hub.mode', 'subscribe');
	target.searchParams.set('hub.challenge', challenge);
	target.searchParams.set('hub.verify_token', verifyToken);
	const { status, text, reason } = await outlet.get(String(target), settings().retry.timeout_ms);
	const ok = status === 200 && text.trim() === challenge;
	journal.push('handshake', { url, status, ok });
	if (ok) return;
	throw new GraphFailure(2200, {
		message: `(#2200) Callback verification failed with the following errors: ${
			status === 0
				? `curl_errno = 7; curl_error = ${reason}; HTTP Status Code = 0; HTTP Message =`
				: status === 200
					? 'HTTP Status Code = 200; HTTP Message = OK; the challenge was not returned'
					: `HTTP Status Code = ${status}; HTTP Message =`
		}`,
	});
}

function parse(url: string): URL {
	try {
		const parsed = new URL(url);
		if (parsed.protocol === 'https:' || parsed.protocol === 'http:') return parsed;
	} catch {
		// Falls through to the refusal: a URL that cannot be read and one of another protocol are the same to Meta.
	}
	throw new GraphFailure(100, { message: '(#100) Invalid callback URI format' });
}
