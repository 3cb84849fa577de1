import { eventId } from '../../ledger/eventId';
import type { AccountItem } from '../item';
import { contentId, rawOf, type AccountFacts, type Place, type Split } from './place';

/** Adds one account event. Its identity is its content and Meta's time, since Meta gives these events no ID. */
export function addAccount(
	split: Split,
	place: Place,
	original: unknown,
	{ timestamp = 0, ...facts }: AccountFacts,
): void {
	const at = timestamp || place.entry_time;
	const phone_number_id = facts.phone_number_id || place.phone_number_id;
	const error_code = facts.error_code ?? '';
	const item: AccountItem = {
		kind: 'account',
		event_id: eventId({
			phone_number_id,
			id: `${place.business_account_id}:${contentId(original)}`,
			kind: place.field,
			at,
			error_code,
			participant: '',
		}),
		field: place.field,
		timestamp: at || place.received_at,
		received_at: place.received_at,
		business_account_id: place.business_account_id,
		display_phone_number: place.display_phone_number,
		contact_key: '',
		template: '',
		language: '',
		reason: '',
		...facts,
		phone_number_id,
		error_code,
		...rawOf(place, original),
	};
	split.push({ output: 'account', item });
}

/** Something new from Meta, or something misshapen: passed on, marked, never lost. */
export function addUnrecognised(split: Split, place: Place, original: unknown): void {
	addAccount(split, place, original, {
		event: place.field || 'unknown',
		summary: place.field
			? `Meta sent a "${place.field}" event that this version does not know.`
			: 'Meta sent an event without a name.',
		unrecognised: true,
	});
}
