import { seconds } from '../clock';
import { webhookError } from '../graph/error';
import type { Message, PhoneNumber, State } from '../store';
import type { World } from '../world';
import { type Change, valueHead } from './envelope';
import { pricingOf } from './pricing';

/** Lets a state happen: from here on it counts in the record, whatever becomes of its webhook. */
export function happen(world: World, message: Message, state: State, priced: boolean): Change {
	const at = seconds(world.clock);
	message.states[state] = at;
	world.journal.push('status', { message_id: message.message_id, status: state });
	const number = world.store.phoneNumbers.get(message.phone_number_id) as PhoneNumber;
	const { wa_id, user_id, name, username } = message.person;
	const contact = {
		profile: { name, ...(username && state !== 'sent' && { username }) },
		...(wa_id && { wa_id }),
		user_id,
	};
	return change(number, {
		contacts: [contact],
		statuses: [
			{
				...head(message, state, at),
				...(message.addressedBy !== 'group' && { recipient_user_id: user_id }),
				...(priced && { pricing: pricingOf(message) }),
			},
		],
	});
}

/** Lets a message fail. Failed statuses carry no contacts, no price, and no user ID unless it was addressed by one. */
export function fail(world: World, message: Message, code: number): Change {
	const at = seconds(world.clock);
	message.states.failed = { at, code };
	world.journal.push('status', { message_id: message.message_id, status: 'failed', code });
	const number = world.store.phoneNumbers.get(message.phone_number_id) as PhoneNumber;
	return change(number, {
		statuses: [
			{
				...head(message, 'failed', at),
				...(message.addressedBy === 'user_id' && { recipient_user_id: message.person.user_id }),
				errors: [webhookError(code)],
			},
		],
	});
}

function change(number: PhoneNumber, value: Record<string, unknown>): Change {
	return {
		field: 'messages',
		phoneNumberId: number.id,
		value: { ...valueHead(number), ...value },
	};
}

function head(message: Message, status: string, at: number): Record<string, unknown> {
	const group = message.addressedBy === 'group';
	const recipient = group ? message.to : message.person.wa_id;
	return {
		id: message.message_id,
		status,
		timestamp: String(at),
		...(recipient && { recipient_id: recipient }),
		...(group && { recipient_type: 'group' }),
		...(message.key && { biz_opaque_callback_data: message.key }),
	};
}
