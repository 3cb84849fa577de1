import { z } from 'zod';
import type { World } from '../world';
import type { Call } from './call';
import { noSuchObject } from './error';
import { fieldNames } from './fields';
import { toFailure } from './message/issues';
import type { Route } from './route';

const VERTICALS =
	'UNDEFINED OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT NOT_A_BIZ ALCOHOL ONLINE_GAMBLING PHYSICAL_GAMBLING OTC_DRUGS MATRIMONY_SERVICE'.split(
		' ',
	) as [string, ...string[]];

const schema = z
	.object({
		messaging_product: z.literal('whatsapp'),
		about: z.string().min(1).max(139).optional(),
		address: z.string().max(256).optional(),
		description: z.string().max(512).optional(),
		email: z.string().max(128).optional(),
		websites: z
			.array(
				z
					.string()
					.max(256)
					.regex(/^https?:\/\//),
			)
			.max(2)
			.optional(),
		vertical: z.union([z.literal(''), z.enum(VERTICALS)]).optional(),
		profile_picture_handle: z.string().optional(),
	})
	.passthrough();

const FIELDS = [
	'about',
	'address',
	'description',
	'email',
	'profile_picture_url',
	'websites',
	'vertical',
];

function numberOf({ store }: World, { method, id }: Call) {
	const number = store.phoneNumbers.get(id);
	if (!number) throw noSuchObject(method, id);
	return number;
}

function read(world: World, call: Call): unknown {
	const { profile } = numberOf(world, call);
	const asked = fieldNames(call.params.fields);
	const shown = Object.entries(profile).filter(([name]) => asked.includes(name));
	return { data: [{ ...Object.fromEntries(shown), messaging_product: 'whatsapp' }] };
}

function write(world: World, call: Call): unknown {
	const number = numberOf(world, call);
	const result = schema.safeParse(call.params);
	if (!result.success) throw toFailure(result.error.issues);
	for (const [name, value] of Object.entries(result.data))
		if (FIELDS.includes(name)) number.profile[name] = value;
	return { success: true };
}

const path = '/:id/whatsapp_business_profile';

export const profileRoutes: Route[] = [
	{ method: 'GET', path, needs: 'whatsapp_business_messaging', run: read },
	{ method: 'POST', path, needs: 'whatsapp_business_messaging', run: write },
];
