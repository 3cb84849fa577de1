import { checkCount } from './counts';
import type { Content } from './envelope';
import { required } from './required';

/** Pins a message of a group, or takes the pin away. `days` counts for pins only. */
export function pinContent({
	messageId,
	unpin = false,
	days = 7,
}: {
	messageId: string;
	unpin?: boolean;
	days?: number;
}): Content {
	const message_id = required('The ID of the message to pin', messageId).trim();
	if (unpin) return { type: 'pin', pin: { type: 'unpin', message_id } };
	checkCount('pin.days', days);
	return { type: 'pin', pin: { type: 'pin', message_id, expiration_days: days } };
}
