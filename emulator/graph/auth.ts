import { appToken } from '../config';
import type { World } from '../world';
import type { Call } from './call';
import { GraphFailure } from './error';

export type Caller = 'user' | 'app';

/** Whose token came with the call. Throws 104 without one, 190 with one nobody issued or that ran out. */
export function authenticate(world: World, { request, params }: Call): Caller {
	const header = String(request.headers.authorization ?? '').replace(/^(Bearer|OAuth)\s+/i, '');
	const token = header || String(params.access_token ?? '');
	if (!token)
		throw new GraphFailure(104, {
			message: 'An access token is required to request this resource.',
		});
	if (token === appToken(world.config)) return 'app';
	if (token !== world.config.accessToken)
		throw new GraphFailure(190, {
			message: 'Invalid OAuth access token - Cannot parse access token',
		});
	const { is_valid, expires_at } = world.settings().token;
	if (!is_valid || (expires_at > 0 && expires_at * 1000 < world.clock.now()))
		throw new GraphFailure(190, {
			subcode: 463,
			message: 'Error validating access token: Session has expired.',
		});
	return 'user';
}

/** Refuses a token that was not granted what the call needs. */
export function requireScope(world: World, caller: Caller, scope: string): void {
	if (caller === 'user' && world.settings().token.scopes.includes(scope)) return;
	throw new GraphFailure(200, {
		message: `(#200) Requires ${scope} permission to manage the object`,
	});
}
