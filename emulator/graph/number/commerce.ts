import type { World } from '../../world';
import type { Call } from '../call';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

const SWITCHES = ['is_cart_enabled', 'is_catalog_visible'] as const;

function read(world: World, call: Call): unknown {
	const { commerce, id } = ownNumber(world, call);
	// The node behind it has an ID of its own, as at Meta.
	return { data: [{ ...commerce, id: String(BigInt(id) + 7000n) }] };
}

/** Meta documents these as query parameters; a JSON body works as well. */
function write(world: World, call: Call): { success: true } {
	const { commerce } = ownNumber(world, call);
	for (const name of SWITCHES) {
		const value = call.params[name];
		if (value === undefined) continue;
		if (!['true', 'false'].includes(String(value)))
			throw invalid(`Param ${name} must be a boolean.`);
		commerce[name] = String(value) === 'true';
	}
	return { success: true };
}

const needs = 'whatsapp_business_management';
const path = '/:id/whatsapp_commerce_settings';

export const commerceRoutes: Route[] = [
	{ method: 'GET', path, needs, run: read },
	{ method: 'POST', path, needs, run: write },
];
