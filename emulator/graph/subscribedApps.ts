import { verifyCallback } from '../webhooks/handshake';
import type { World } from '../world';
import { appNode } from './app';
import { requireAccount } from './businessAccount';
import type { Call } from './call';
import { GraphFailure } from './error';
import type { Route } from './route';

/** Subscribes the app. With a callback it also sets the override; without one it removes the override there was. */
async function subscribe(world: World, call: Call): Promise<{ success: true }> {
	requireAccount(world, call);
	const { store } = world;
	const { override_callback_uri: url, verify_token } = call.params;
	if (url === undefined || url === '') {
		store.subscribed = true;
		store.override = undefined;
		return { success: true };
	}
	if (!verify_token)
		throw new GraphFailure(100, { message: '(#100) The parameter verify_token is required.' });
	const callback = { url: String(url), verifyToken: String(verify_token) };
	await verifyCallback(world, callback);
	store.subscribed = true;
	store.override = callback;
	return { success: true };
}

function list(world: World, call: Call): unknown {
	requireAccount(world, call);
	const { config, store } = world;
	const { id, name, link } = appNode(config);
	return {
		data: store.subscribed
			? [
					{
						whatsapp_business_api_data: { id, name, link },
						...(store.override && { override_callback_uri: store.override.url }),
					},
				]
			: [],
	};
}

function unsubscribe(world: World, call: Call): { success: true } {
	requireAccount(world, call);
	world.store.subscribed = false;
	world.store.override = undefined;
	return { success: true };
}

const path = '/:id/subscribed_apps';
const needs = 'whatsapp_business_management';

export const subscribedAppsRoutes: Route[] = [
	{ method: 'POST', path, needs, run: subscribe },
	{ method: 'GET', path, needs, run: list },
	{ method: 'DELETE', path, needs, run: unsubscribe },
];
