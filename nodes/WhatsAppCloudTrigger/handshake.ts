import { isSameSecret } from '../../core/webhook/signature';

export type GetAnswer =
	| { kind: 'challenge'; status: 200; body: string }
	| { kind: 'health'; status: 200 }
	| { kind: 'refused'; status: 403 | 404; reason: string };

const refuse = (status: 403 | 404, reason: string): GetAnswer => ({
	kind: 'refused',
	status,
	reason,
});

const CHALLENGE = /^[\w.~+/=-]{1,512}$/;

/** Where a health check may put the verify token, so that it stands in no address and no access log. */
export const VERIFY_TOKEN_HEADER = 'x-hub-verify-token';

/**
 * What to answer a GET. `hub.mode=subscribe` with the right `hub.verify_token` is Meta setting the callback up and gets
 * `hub.challenge` back. `hub.mode=health` with the same token, in the query or the header, asks how the trigger is. Anything else learns nothing.
 */
export function answerGet(
	query: Record<string, unknown>,
	verifyToken: string,
	header?: unknown,
): GetAnswer {
	const { 'hub.mode': mode, 'hub.verify_token': asked, 'hub.challenge': challenge } = query;
	const token = mode === 'health' ? (asked ?? header) : asked;
	if (mode !== 'subscribe' && mode !== 'health') return refuse(404, 'not a request of Meta');
	if (typeof token !== 'string' || !isSameSecret(verifyToken, token)) {
		return refuse(403, 'verify token does not match');
	}
	if (mode === 'health') return { kind: 'health', status: 200 };
	return typeof challenge === 'string' && CHALLENGE.test(challenge)
		? { kind: 'challenge', status: 200, body: challenge }
		: refuse(403, 'no usable challenge');
}
