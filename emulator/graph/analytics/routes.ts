import type { World } from '../../world';
import { requireAccount } from '../businessAccount';
import type { Call } from '../call';
import type { Route } from '../route';
import { KINDS } from './kinds';
import { templateAnalytics } from './templates';

/** The edges beside the fields: the same figures, the parameters in the query. */
const edge =
	(name: string) =>
	(world: World, call: Call): unknown => {
		requireAccount(world, call);
		return KINDS[name](world, call.params) ?? { data: [] };
	};

const needs = 'whatsapp_business_management';

export const analyticsRoutes: Route[] = [
	...['conversation_analytics', 'pricing_analytics', 'call_analytics'].map(
		(name): Route => ({ method: 'GET', path: `/:id/${name}`, needs, run: edge(name) }),
	),
	{
		method: 'GET',
		path: '/:id/template_analytics',
		needs,
		run: (world, call) => {
			requireAccount(world, call);
			return { data: templateAnalytics(world, call.params) };
		},
	},
];
