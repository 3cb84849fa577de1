import { z } from 'zod';
import { RESTRICTIONS } from '../restriction';
import { dispatch } from '../webhooks/dispatch';
import type { World } from '../world';

const schema = z
	.object({
		/** Templates are refused from now on (131042, 131031) and `health_status` says why; `none` ends it. */
		restrict: z.enum(['payment', 'policy', 'none']).optional(),
		/** Any account event: its webhook field and its value, in Meta's shape. */
		field: z.string().default('account_update'),
		value: z.record(z.unknown()).optional(),
	})
	.strict()
	.refine(({ restrict, value }) => restrict ?? value, { message: 'say restrict or value' });

export type AccountInput = z.input<typeof schema>;

/** What Meta does to the business account; the app hears about it. */
export function account(world: World, input: AccountInput): { success: true } {
	const { restrict, field, value } = schema.parse(input);
	if (restrict) world.store.restriction = restrict === 'none' ? undefined : RESTRICTIONS[restrict];
	const told =
		value ?? (restrict && restrict !== 'none' ? RESTRICTIONS[restrict].update : undefined);
	if (told) dispatch(world, { field, phoneNumberId: '', value: told }, {});
	return { success: true };
}
