import { verifyCallback } from '../webhooks/handshake';
import type { World } from '../world';
import type { Call } from './call';
import { GraphFailure, noSuchObject } from './error';
import type { Route } from './route';

const OBJECT = 'whatsapp_business_account';

function requireApp({ config }: World, { method, id, params }: Call): void {
	if (id !== config.appId) throw noSuchObject(method, id);
	if (method !== 'GET' && params.object !== undefined && params.object !== OBJECT)
		throw new GraphFailure(100, {
			message: `(#100) Param object must be one of {${OBJECT.toUpperCase()}} - got "${String(params.object)}".`,
		});
}

const namesOf = (fields: unknown) =>
	(Array.isArray(fields) ? fields.map(String) : String(fields ?? '').split(','))
		.map((name) => name.trim())
		.filter(Boolean);

/** The app's own callback: there is one per app, and setting it replaces the fields it had. */
async function subscribe(world: World, call: Call): Promise<{ success: true }> {
	requireApp(world, call);
	const { object, callback_url, verify_token, fields } = call.params;
	for (const [name, value] of Object.entries({ object, callback_url, verify_token }))
		if (!value)
			throw new GraphFailure(100, { message: `(#100) The parameter ${name} is required.` });
	const callback = { url: String(callback_url), verifyToken: String(verify_token) };
	await verifyCallback(world, callback);
	world.store.app = { ...callback, fields: namesOf(fields) };
	return { success: true };
}

function list(world: World, call: Call): unknown {
	requireApp(world, call);
	const { app } = world.store;
	if (!app) return { data: [] };
	return {
		data: [
			{
				object: OBJECT,
				callback_url: app.url,
				active: true,
				fields: app.fields.map((name) => ({ name, version: call.version })),
			},
		],
	};
}

function unsubscribe(world: World, call: Call): { success: true } {
	requireApp(world, call);
	const { app } = world.store;
	const dropped = namesOf(call.params.fields);
	const left = app?.fields.filter((name) => !dropped.includes(name)) ?? [];
	world.store.app =
		app && dropped.length > 0 && left.length > 0 ? { ...app, fields: left } : undefined;
	return { success: true };
}

const path = '/:id/subscriptions';

export const subscriptionRoutes: Route[] = [
	{ method: 'POST', path, needs: 'app', run: subscribe },
	{ method: 'GET', path, needs: 'app', run: list },
	{ method: 'DELETE', path, needs: 'app', run: unsubscribe },
];
