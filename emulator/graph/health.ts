import type { World } from '../world';

/** Whether messages can be sent, from the asked node upwards; shows the IDs of everything above a number. */
export function healthOf({ config }: World, phoneNumberId?: string): Record<string, unknown> {
	const entity = (entity_type: string, id: string) => ({
		entity_type,
		id,
		can_send_message: 'AVAILABLE',
	});
	return {
		can_send_message: 'AVAILABLE',
		entities: [
			...(phoneNumberId ? [entity('PHONE_NUMBER', phoneNumberId)] : []),
			entity('WABA', config.businessAccountId),
			entity('BUSINESS', businessId(config.businessAccountId)),
			entity('APP', config.appId),
		],
	};
}

/** The portfolio that owns the account. */
export const businessId = (businessAccountId: string) => String(BigInt(businessAccountId) + 5000n);
