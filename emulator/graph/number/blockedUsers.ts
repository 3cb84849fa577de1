import type { Person } from '../../people';
import type { PhoneNumber } from '../../store';
import type { World } from '../../world';
import { type Call, isObject } from '../call';
import { messageFailure, textOf } from '../error';
import { digitsOf, waIdOf } from '../message/recipient';
import { isWindowOpen } from '../message/window';
import { pageOf } from '../page';
import type { Route } from '../route';
import { invalid, ownNumber, requireProduct } from './own';

/** Users in one call, and users a number can block. */
const PER_CALL = 1000;
const MOST = 64_000;

interface Named {
	input: string;
	person?: Person;
}

/** The users a call names, by number or by user ID. */
function readUsers({ store }: World, call: Call): Named[] {
	requireProduct(call);
	const { block_users: users } = call.params;
	if (!Array.isArray(users) || users.length === 0)
		throw invalid('The parameter block_users is required.');
	if (users.length > PER_CALL) throw invalid(`Param block_users takes ${PER_CALL} users at most.`);
	return users.map((one: unknown) => {
		const { user, user_id } = isObject(one) ? one : {};
		if (user_id !== undefined) {
			const id = String(user_id);
			const known = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(id);
			return { input: id, ...(known && { person: store.people.byUserId(id) }) };
		}
		const input = String(user ?? '');
		const digits = digitsOf(input);
		const isNumber = /^\d{7,15}$/.test(digits);
		return { input, ...(isNumber && { person: store.people.byPhone(waIdOf(digits)) }) };
	});
}

const show = ({ input, person }: Named) => ({
	input,
	...(person?.wa_id && { wa_id: person.wa_id }),
	...(person && !person.wa_id && { user_id: person.user_id }),
});

function failed(named: Named, code: number): Record<string, unknown> {
	const { title, details } = textOf(code);
	return {
		...show(named),
		errors: [{ message: title, code, error_data: { details: details ?? title } }],
	};
}

/** Why a user cannot be blocked: only people who wrote within 24 hours can. */
function refusalOf({ clock }: World, number: PhoneNumber, { person }: Named): number | undefined {
	if (!person) return 131009;
	if (person.wa_id === number.digits) return 131021;
	if (number.blocked.has(person.user_id)) return undefined;
	if (!isWindowOpen(clock, person, number.id)) return 131047;
	return number.blocked.size >= MOST ? 139101 : undefined;
}

/** Blocks and says who was blocked and who was not; Meta adds an error for the whole when some were not. */
function block(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	const added: unknown[] = [];
	const refused: unknown[] = [];
	for (const named of readUsers(world, call)) {
		const code = refusalOf(world, number, named);
		if (code !== undefined || !named.person) {
			refused.push(failed(named, code ?? 131009));
			continue;
		}
		const { wa_id, user_id } = named.person;
		number.blocked.set(user_id, { wa_id, user_id });
		added.push(show(named));
	}
	return answer('added_users', added, refused);
}

function unblock(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	const removed: unknown[] = [];
	const refused: unknown[] = [];
	for (const named of readUsers(world, call)) {
		if (named.person && number.blocked.delete(named.person.user_id)) removed.push(show(named));
		else refused.push(failed(named, 131009));
	}
	return answer('removed_users', removed, refused);
}

function answer(name: string, done: unknown[], refused: unknown[]): Record<string, unknown> {
	const { title, details } = textOf(139100);
	return {
		messaging_product: 'whatsapp',
		block_users: { [name]: done, ...(refused.length > 0 && { failed_users: refused }) },
		...(refused.length > 0 && {
			error: { message: title, type: 'OAuthException', code: 139100, error_data: { details } },
		}),
	};
}

function list(world: World, call: Call): unknown {
	const { blocked } = ownNumber(world, call);
	const all = [...blocked.values()].map((one) => ({ ...one, id: one.user_id }));
	const { page, paging } = pageOf(all, call);
	return {
		data: page.map(({ wa_id, user_id }) => ({
			messaging_product: 'whatsapp',
			...(wa_id && { wa_id }),
			user_id,
		})),
		...(paging && { paging }),
	};
}

/** Neither side of a block hears from the other: 130403 for our message. */
export function requireUnblocked({ blocked }: PhoneNumber, { user_id }: Person): void {
	if (blocked.has(user_id)) throw messageFailure(130403);
}

const needs = 'whatsapp_business_messaging';
const path = '/:id/block_users';

export const blockedUserRoutes: Route[] = [
	{ method: 'POST', path, needs, run: block },
	{ method: 'DELETE', path, needs, run: unblock },
	{ method: 'GET', path, needs, run: list },
];
