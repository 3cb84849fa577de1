import type { World } from '../world';

type Ability = 'AVAILABLE' | 'BLOCKED';

/** Whether messages can be sent, from the asked node upwards; shows the IDs of everything above a number. */
export function healthOf(
	{ config, store }: World,
	phoneNumberId?: string,
): { can_send_message: Ability; entities: Array<Record<string, unknown>> } {
	const entity = (entity_type: string, id: string, can_send_message: Ability = 'AVAILABLE') => ({
		entity_type,
		id,
		can_send_message,
	});
	const { restriction } = store;
	const number = phoneNumberId === undefined ? undefined : store.phoneNumbers.get(phoneNumberId);
	const isOffline = number !== undefined && number.status !== 'CONNECTED';
	return {
		can_send_message: restriction || isOffline ? 'BLOCKED' : 'AVAILABLE',
		entities: [
			...(number
				? [
						{
							...entity('PHONE_NUMBER', number.id, isOffline ? 'BLOCKED' : 'AVAILABLE'),
							...(isOffline && { errors: [NOT_REGISTERED] }),
						},
					]
				: []),
			{
				...entity('WABA', config.businessAccountId, restriction ? 'BLOCKED' : 'AVAILABLE'),
				...(restriction && { errors: [restriction.error] }),
			},
			entity('BUSINESS', businessId(config.businessAccountId)),
			entity('APP', config.appId),
		],
	};
}

const NOT_REGISTERED = {
	error_code: 141000,
	error_description: 'The phone number is not registered.',
	possible_solution: 'Register the phone number.',
};

/** The portfolio that owns the account. */
export const businessId = (businessAccountId: string) => String(BigInt(businessAccountId) + 5000n);
