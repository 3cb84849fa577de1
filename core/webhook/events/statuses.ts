import { explain } from '../../graph/catalogue';
import { eventId } from '../../ledger/eventId';
import { parseKey } from '../../ledger/key';
import type { StatusItem } from '../item';
import { firstText, list, record, seconds, text, type Json } from '../read';
import { contactKey, whoIs } from './people';
import { contentId, rawOf, type Place, type Split } from './place';

const KNOWN = new Set(['sent', 'delivered', 'read', 'played', 'failed', 'deleted', 'warning']);

/** Meta spells the group members' fields in two ways. */
const participantOf = (status: Json) =>
	firstText(
		status.recipient_participant_user_id,
		status.participant_recipient_user_id,
		status.recipient_participant_id,
		status.participant_recipient_id,
	);

function whyFailed(status: Json) {
	const error = record(list(status.errors)[0]);
	const error_code = text(error.code);
	const found = error_code ? explain(error_code) : undefined;
	return {
		error_code,
		error_title: firstText(error.title, error.message),
		error_details: firstText(record(error.error_data).details, error.error_data),
		reason: found?.meaning ?? '',
		next_step: found?.nextStep ?? '',
	};
}

/** Adds one item per status of a message we sent. */
export function addStatuses(
	split: Split,
	place: Place,
	statuses: readonly unknown[],
	contacts: readonly unknown[],
	standby = false,
): void {
	for (const original of statuses) {
		const status = record(original);
		const word = text(status.status);
		const id = text(status.id);
		const at = seconds(status.timestamp);
		const participant = participantOf(status);
		const why = whyFailed(status);
		const pricing = record(status.pricing);
		const origin = record(record(status.conversation).origin);
		const key = text(status.biz_opaque_callback_data);
		const person = whoIs(
			contacts,
			text(status.recipient_id),
			text(status.recipient_user_id),
			statuses.length === 1,
		);
		const item: StatusItem = {
			kind: 'status',
			event_id: eventId({
				phone_number_id: place.phone_number_id,
				id: id || contentId(original),
				kind: word,
				at,
				error_code: why.error_code,
				participant,
			}),
			field: place.field,
			timestamp: at || place.received_at,
			received_at: place.received_at,
			business_account_id: place.business_account_id,
			phone_number_id: place.phone_number_id,
			display_phone_number: place.display_phone_number,
			message_id: id,
			status: word,
			recipient_id: person.phone,
			recipient_user_id: person.user_id,
			// In a group, recipient_id is the group.
			contact_key: participant || contactKey(person),
			participant,
			key,
			campaign: (key && parseKey(key)?.campaign) || '',
			category: firstText(pricing.category, origin.type),
			pricing_type: firstText(pricing.type, pricing.pricing_type),
			pricing_model: text(pricing.pricing_model),
			...why,
			...(KNOWN.has(word) ? {} : { unrecognised: true as const }),
			...(standby ? { standby: true as const } : {}),
			...rawOf(place, original),
		};
		split.push({ output: 'status', item });
	}
}
