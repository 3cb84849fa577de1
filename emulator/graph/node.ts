import type { World } from '../world';
import { showApp } from './app';
import { type Caller, requireScope } from './auth';
import { showAccount, updateAccount } from './businessAccount';
import type { Call } from './call';
import { GraphFailure, noSuchObject } from './error';
import { removeFlow, showFlow, updateFlow } from './flow/node';
import { removeGroup, showGroup, updateGroup } from './group/node';
import { requireMediaOf, showMedia } from './media';
import { showPhoneNumber, updatePhoneNumber } from './number/node';
import type { Route } from './route';
import { editTemplate } from './template/edit';
import { showTemplate } from './template/routes';

const MANAGE = 'whatsapp_business_management';
const MESSAGE = 'whatsapp_business_messaging';

/** What can be done to the object an ID names. */
interface Node {
	scope: typeof MANAGE | typeof MESSAGE;
	read: () => unknown;
	write?: () => unknown;
	remove?: () => unknown;
}

/** Finds the object behind `/{ID}`, whatever kind it is. */
function find(world: World, call: Call): Node | undefined {
	const { store, config } = world;
	const { id, params } = call;
	const { fields } = params;
	const number = store.phoneNumbers.get(id);
	if (number)
		return {
			scope: MANAGE,
			read: () => showPhoneNumber(world, number, fields),
			write: async () => await updatePhoneNumber(world, number, call),
		};
	const template = store.templates.get(id);
	if (template)
		return {
			scope: MANAGE,
			read: () => showTemplate(template, fields),
			write: () => editTemplate(world, template, call),
		};
	if (id === config.businessAccountId)
		return {
			scope: MANAGE,
			read: () => showAccount(world, fields),
			write: () => updateAccount(world, call),
		};
	const flow = store.flows.get(id);
	if (flow)
		return {
			scope: MANAGE,
			read: () => showFlow(world, flow, fields),
			write: () => updateFlow(world, flow, call),
			remove: () => removeFlow(world, flow),
		};
	const group = store.groups.get(id);
	if (group)
		return {
			scope: MESSAGE,
			read: () => showGroup(group, fields),
			write: async () => await updateGroup(world, group, call),
			remove: () => removeGroup(world, group),
		};
	const media = store.media.get(id);
	if (!media) return undefined;
	return {
		scope: MESSAGE,
		read: () => {
			requireMediaOf(media, call);
			return showMedia(media, call);
		},
		remove: () => {
			requireMediaOf(media, call);
			store.media.delete(media.id);
			return { success: true };
		},
	};
}

function read(world: World, call: Call, caller: Caller): unknown {
	const { id, params } = call;
	if (id === world.config.appId) return showApp(world, params.fields);
	if (id === 'me') return { id: '900000000000077', name: 'Demo System User' };
	const node = find(world, call);
	if (!node) throw missing('GET', id);
	requireScope(world, caller, node.scope);
	return node.read();
}

async function change(
	world: World,
	call: Call,
	caller: Caller,
	verb: 'write' | 'remove',
): Promise<unknown> {
	const node = find(world, call);
	const act = node?.[verb];
	if (!node || !act) throw missing(call.method, call.id);
	requireScope(world, caller, node.scope);
	return await act();
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
	{
		method: 'POST',
		path: '/:id',
		needs: 'any',
		run: async (world, call, caller) => await change(world, call, caller, 'write'),
	},
	{
		method: 'DELETE',
		path: '/:id',
		needs: 'any',
		run: async (world, call, caller) => await change(world, call, caller, 'remove'),
	},
	...(['GET', 'POST', 'DELETE'] as const).map(
		(method): Route => ({ method, path: '/:id/:edge', needs: 'any', run: unknownEdge }),
	),
];
