import { z } from 'zod';
import { dispatch } from '../webhooks/dispatch';
import type { World } from '../world';

const schema = z
	.object({
		phone_number_id: z.string().optional(),
		quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']).optional(),
		/** How the review of the new display name ends. */
		name: z.enum(['APPROVED', 'REJECTED', 'DEFERRED', 'PENDING']).optional(),
		reason: z.string().optional(),
		throughput: z.enum(['STANDARD', 'HIGH']).optional(),
		status: z.enum(['CONNECTED', 'FLAGGED', 'RESTRICTED', 'BANNED', 'DISCONNECTED']).optional(),
	})
	.strict();

export type PhoneNumberInput = z.input<typeof schema>;

/** What Meta does to a number: its quality, its name's review, its throughput. The app hears about each but the status. */
export function phoneNumber(world: World, input: PhoneNumberInput): { id: string } {
	const { phone_number_id, quality, name, reason, throughput, status } = schema.parse(input);
	const id = phone_number_id ?? world.config.phoneNumberId;
	const number = world.store.phoneNumbers.get(id);
	if (!number) throw new NoSuchNumber(`There is no number ${id}`);
	const tell = (field: string, value: Record<string, unknown>) =>
		dispatch(
			world,
			{
				field,
				phoneNumberId: '',
				value: { display_phone_number: number.digits, ...value },
			},
			{},
		);
	const limit = { max_daily_conversations_per_business: 'TIER_2K' };
	if (status) number.status = status;
	if (quality) {
		const event = quality === 'RED' ? 'FLAGGED' : 'UNFLAGGED';
		number.quality_rating = quality;
		tell('phone_number_quality_update', { event, current_limit: 'TIER_2K', ...limit });
	}
	if (throughput) {
		number.throughput = throughput;
		if (throughput === 'HIGH')
			tell('phone_number_quality_update', {
				event: 'THROUGHPUT_UPGRADE',
				max_daily_conversations_per_business: 'TIER_UNLIMITED',
			});
	}
	if (name) {
		const requested = number.new_display_name ?? number.verified_name;
		number.name_status = name;
		if (name === 'APPROVED') number.verified_name = requested;
		if (name !== 'PENDING') number.new_display_name = undefined;
		tell('phone_number_name_update', {
			decision: name,
			requested_verified_name: requested,
			...(name === 'REJECTED' && { rejection_reason: reason ?? 'NAME_NOT_COMPLIANT' }),
		});
	}
	return { id };
}

class NoSuchNumber extends Error {
	readonly statusCode = 404;
}
