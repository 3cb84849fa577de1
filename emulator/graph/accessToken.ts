import type { FastifyInstance } from 'fastify';
import { appToken } from '../config';
import type { World } from '../world';
import { readCall } from './call';
import { GraphFailure } from './error';

/**
 * `GET /oauth/access_token`: the app's own token for its ID and secret, or a business token for the code of an Embedded
 * Signup (any code: the token of this emulator). The one path that needs no token.
 */
export function registerAccessToken(server: FastifyInstance, { config }: World): void {
	server.get('/oauth/access_token', async (request, reply) => {
		const { params } = readCall(request, reply);
		const { client_id, client_secret, grant_type, code } = params;
		for (const [name, value] of Object.entries({ client_id, client_secret }))
			if (!value) throw new GraphFailure(101, { message: `Missing ${name} parameter.` });
		if (client_id !== config.appId)
			throw new GraphFailure(101, {
				message: 'Error validating application. Cannot get application info due to a system error.',
			});
		if (client_secret !== config.appSecret)
			throw new GraphFailure(1, { message: 'Error validating client secret.' });
		if (code !== undefined)
			return { access_token: config.accessToken, token_type: 'bearer', expires_in: 5_183_944 };
		if (grant_type !== 'client_credentials')
			throw new GraphFailure(1, { message: 'Missing authorization code' });
		return { access_token: appToken(config), token_type: 'bearer' };
	});
}
