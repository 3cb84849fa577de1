import type { World } from '../../world';
import type { Call } from '../call';
import { GraphFailure } from '../error';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

/** Names that belong to somebody else already. */
const TAKEN = ['whatsapp', 'meta', 'facebook', 'instagram'];

function requireUsername(value: unknown): string {
	const name = String(value ?? '').toLowerCase();
	const fits =
		/^[a-z0-9._]{3,35}$/.test(name) &&
		/[a-z]/.test(name) &&
		!/^\.|\.$|\.\.|^www|\.(com|net|org)$/.test(name);
	if (!fits)
		throw invalid(
			'Param username must be 3 to 35 letters, digits, periods and underscores with at least one letter.',
		);
	return name;
}

function read(world: World, call: Call): unknown {
	const { username } = ownNumber(world, call);
	return username ? { username, status: 'approved' } : {};
}

function write(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	const name = requireUsername(call.params.username);
	if (TAKEN.includes(name)) throw new GraphFailure(147001);
	const other = [...world.store.phoneNumbers.values()].find(
		({ username, id }) => username === name && id !== number.id,
	);
	if (other && call.params.transfer_action !== 'force_transfer') throw new GraphFailure(147005);
	if (other) other.username = undefined;
	number.username = name;
	return { status: 'approved' };
}

function remove(world: World, call: Call): { success: true } {
	ownNumber(world, call).username = undefined;
	return { success: true };
}

function suggest(world: World, call: Call): unknown {
	const base = ownNumber(world, call)
		.verified_name.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_');
	return { data: [{ username_suggestions: [base, `${base}_official`, `the.${base}`] }] };
}

const path = '/:id/username';
const needs = 'whatsapp_business_management';

export const usernameRoutes: Route[] = [
	{ method: 'GET', path, needs, run: read },
	{ method: 'POST', path, needs, run: write },
	{ method: 'DELETE', path, needs, run: remove },
	{ method: 'GET', path: '/:id/username_suggestions', needs, run: suggest },
];
