import type { World } from '../world';
import { showApp } from './app';
import { type Caller, requireScope } from './auth';
import { showAccount } from './businessAccount';
import type { Call } from './call';
import { GraphFailure, noSuchObject } from './error';
import { requireMediaOf, showMedia } from './media';
import { showPhoneNumber, updatePhoneNumber } from './number/node';
import type { Route } from './route';
import { editTemplate } from './template/edit';
import { showTemplate } from './template/routes';

const MANAGE = 'whatsapp_business_management';
const MESSAGE = 'whatsapp_business_messaging';

/** `GET /{ID}`: whatever the ID names. */
function read(world: World, call: Call, caller: Caller): unknown {
	const { store, config } = world;
	const { id, params } = call;
	if (id === config.appId) return showApp(world, params.fields);
	if (id === 'me') return { id: '900000000000077', name: 'Demo System User' };
	const number = store.phoneNumbers.get(id);
	const template = store.templates.get(id);
	const media = store.media.get(id);
	if (number || template || id === config.businessAccountId) requireScope(world, caller, MANAGE);
	if (number) return showPhoneNumber(world, number, params.fields);
	if (template) return showTemplate(template, params.fields);
	if (id === config.businessAccountId) return showAccount(world, params.fields);
	if (!media) throw missing('GET', id);
	requireScope(world, caller, MESSAGE);
	requireMediaOf(media, call);
	return showMedia(media, call);
}

async function write(world: World, call: Call, caller: Caller): Promise<unknown> {
	requireScope(world, caller, MANAGE);
	const number = world.store.phoneNumbers.get(call.id);
	if (number) return await updatePhoneNumber(world, number, call);
	const template = world.store.templates.get(call.id);
	if (template) return editTemplate(world, template, call);
	if (call.id === world.config.businessAccountId) return { success: true };
	throw missing('POST', call.id);
}

function remove(world: World, call: Call, caller: Caller): unknown {
	const media = world.store.media.get(call.id);
	if (!media) throw missing('DELETE', call.id);
	requireScope(world, caller, MESSAGE);
	requireMediaOf(media, call);
	world.store.media.delete(media.id);
	return { success: true };
}

/** A number that is nobody's ID, or a word that is no path. */
const missing = (method: string, id: string) =>
	/^\d+$/.test(id)
		? noSuchObject(method, id)
		: new GraphFailure(2500, { message: `Unknown path components: /${id}` });

/** `GET /{ID}/{edge}` for edges that are not there. */
function unknownEdge({ store, config }: World, { id, method, path }: Call): never {
	const type = store.phoneNumbers.has(id)
		? 'WhatsAppBusinessPhoneNumber'
		: id === config.businessAccountId
			? 'WhatsAppBusinessAccount'
			: id === config.appId
				? 'Application'
				: undefined;
	if (!type && !/^\d+$/.test(id))
		throw new GraphFailure(2500, { message: `Unknown path components: ${path}` });
	if (!type || method !== 'GET') throw noSuchObject(method, id);
	throw new GraphFailure(100, {
		message: `(#100) Tried accessing nonexisting field (${path.split('/')[2]}) on node type (${type})`,
	});
}

export const nodeRoutes: Route[] = [
	{ method: 'GET', path: '/:id', needs: 'any', run: read },
	{ method: 'POST', path: '/:id', needs: 'any', run: write },
	{ method: 'DELETE', path: '/:id', needs: 'any', run: remove },
	...(['GET', 'POST', 'DELETE'] as const).map(
		(method): Route => ({ method, path: '/:id/:edge', needs: 'any', run: unknownEdge }),
	),
];
