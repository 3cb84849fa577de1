import type { FastifyInstance } from 'fastify';
import type { World } from '../world';
import { registerAccessToken } from './accessToken';
import { analyticsRoutes } from './analytics/routes';
import { appRoutes } from './app';
import { authenticate, requireScope } from './auth';
import { readCall } from './call';
import { debugTokenRoutes } from './debugToken';
import { GraphFailure, unknownPath } from './error';
import { answerFaults, guard } from './fault';
import { flowRoutes } from './flow/routes';
import { groupRoutes } from './group/routes';
import { mediaRoutes } from './media';
import { messageRoutes } from './message/send';
import { nodeRoutes } from './node';
import { automationRoutes } from './number/automation';
import { blockedUserRoutes } from './number/blockedUsers';
import { commerceRoutes } from './number/commerce';
import { encryptionRoutes } from './number/encryption';
import { phoneNumberRoutes } from './number/node';
import { profileRoutes } from './number/profile';
import { qrCodeRoutes } from './number/qrCodes';
import { registrationRoutes } from './number/registration';
import { settingsRoutes } from './number/settings';
import { usernameRoutes } from './number/username';
import type { Route } from './route';
import { subscriptionRoutes } from './subscription';
import { subscribedAppsRoutes } from './subscribedApps';
import { templateRoutes } from './template/routes';
import { registerUploads, uploadRoutes } from './upload';

/** Every Graph endpoint but the two whose bodies or tokens are unlike all others': uploads and access tokens. */
export const routes: Route[] = [
	...messageRoutes,
	...templateRoutes,
	...phoneNumberRoutes,
	...profileRoutes,
	...registrationRoutes,
	...settingsRoutes,
	...qrCodeRoutes,
	...blockedUserRoutes,
	...commerceRoutes,
	...automationRoutes,
	...encryptionRoutes,
	...usernameRoutes,
	...subscribedAppsRoutes,
	...subscriptionRoutes,
	...analyticsRoutes,
	...flowRoutes,
	...groupRoutes,
	...mediaRoutes,
	...uploadRoutes,
	...debugTokenRoutes,
	...appRoutes,
	...nodeRoutes,
];

/** Puts Meta's paths on the server. Everything else below `/` is refused in Graph's words. */
export function registerGraph(server: FastifyInstance, world: World): void {
	for (const { method, path, needs, run } of routes) {
		server.route({
			method,
			url: path,
			handler: async (request, reply) => {
				const call = readCall(request, reply);
				const caller = authenticate(world, call);
				if (needs === 'app' && caller !== 'app')
					throw new GraphFailure(15, {
						message: '(#15) This method must be called with an app access token',
					});
				if (needs !== 'app' && needs !== 'any') requireScope(world, caller, needs);
				guard(world, call);
				const answer = await run(world, call, caller);
				await answerFaults(world, call);
				return answer;
			},
		});
	}
	registerAccessToken(server, world);
	registerUploads(server, world);
	server.setNotFoundHandler((request, reply) => {
		authenticate(world, readCall(request, reply));
		throw unknownPath(request.url.split('?')[0]);
	});
}
