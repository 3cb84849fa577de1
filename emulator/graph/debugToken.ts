import { appToken } from '../config';
import type { World } from '../world';
import type { Call } from './call';
import { GraphFailure } from './error';
import type { Route } from './route';

const USER_ID = '900000000000077';

/** What a token is and may do. Asked with the app's token, or by a token about itself. */
function debugToken(world: World, { params }: Call): unknown {
	const { config, settings } = world;
	const token = params.input_token;
	if (!token)
		throw new GraphFailure(100, { message: '(#100) The parameter input_token is required.' });
	if (token === appToken(config))
		return {
			data: {
				app_id: config.appId,
				type: 'APP',
				application: 'Demo App',
				is_valid: true,
				scopes: [],
			},
		};
	if (token !== config.accessToken)
		return {
			data: {
				error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
				is_valid: false,
				scopes: [],
			},
		};
	const { scopes, expires_at, is_valid } = settings().token;
	const expired = expires_at > 0 && expires_at * 1000 < world.clock.now();
	const bad = !is_valid || expired;
	return {
		data: {
			app_id: config.appId,
			type: 'SYSTEM_USER',
			application: 'Demo App',
			data_access_expires_at: 0,
			...(bad && {
				error: {
					code: 190,
					message: 'Error validating access token: Session has expired.',
					subcode: 463,
				},
			}),
			expires_at,
			is_valid: !bad,
			issued_at: 1735689600,
			scopes,
			granular_scopes: scopes
				.filter((scope) => scope.startsWith('whatsapp_business_'))
				.map((scope) => ({ scope, target_ids: [config.businessAccountId] })),
			user_id: USER_ID,
		},
	};
}

export const debugTokenRoutes: Route[] = [
	{ method: 'GET', path: '/debug_token', needs: 'any', run: debugToken },
];
