import { z } from 'zod';
import type { World } from '../../world';
import type { Call } from '../call';
import { fieldNames } from '../fields';
import { toFailure } from '../message/issues';
import type { Route } from '../route';
import { invalid, ownNumber } from './own';

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

function read(world: World, call: Call): unknown {
	const { profile } = ownNumber(world, call);
	const asked = fieldNames(call.params.fields);
	const shown = Object.entries(profile).filter(([name]) => asked.includes(name));
	return { data: [{ ...Object.fromEntries(shown), messaging_product: 'whatsapp' }] };
}

function write(world: World, call: Call): unknown {
	const number = ownNumber(world, call);
	const result = schema.safeParse(call.params);
	if (!result.success) throw toFailure(result.error.issues);
	const { profile_picture_handle: handle } = result.data;
	if (handle !== undefined) {
		requirePicture(world, handle);
		number.profile.profile_picture_url = `https://pps.whatsapp.example/${number.id}.jpg`;
	}
	for (const [name, value] of Object.entries(result.data))
		if (FIELDS.includes(name)) number.profile[name] = value;
	return { success: true };
}

function requirePicture({ store }: World, handle: string): void {
	const file = store.handles.get(handle);
	if (!file || !/^image\/(jpe?g|png)$/.test(file.type) || file.length > 5 * 2 ** 20)
		throw invalid(
			'Param profile_picture_handle is not the handle of an uploaded JPEG or PNG picture.',
		);
}

const path = '/:id/whatsapp_business_profile';

export const profileRoutes: Route[] = [
	{ method: 'GET', path, needs: 'whatsapp_business_messaging', run: read },
	{ method: 'POST', path, needs: 'whatsapp_business_messaging', run: write },
];
