import type { Config } from '../config';
import type { World } from '../world';
import type { Call } from './call';
import type { Route } from './route';
import { pick } from './fields';

/** Our app, the little anybody may see of it. */
export function appNode({ appId }: Config) {
	return {
		id: appId,
		name: 'Demo App',
		link: `https://www.facebook.com/games/?app_id=${appId}`,
		category: 'Business and Pages',
	};
}

export function showApp({ config }: World, fields: unknown): Record<string, unknown> {
	return pick(appNode(config), fields, {
		type: 'Application',
		known: ['name', 'link', 'category', 'namespace'],
		byDefault: ['category', 'link', 'name'],
	});
}

export const appRoutes: Route[] = [
	{
		method: 'GET',
		path: '/app',
		needs: 'any',
		run: (world: World, { params }: Call) => showApp(world, params.fields),
	},
];
