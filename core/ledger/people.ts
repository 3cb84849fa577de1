import { earliest, smallest } from './join';
import type { LedgerRow } from './row';

/** A message somebody wrote to us: that they did, never what. */
export interface ReceivedState {
	message_id: string;
	at: number;
	/** When they tapped one of our buttons; 0 when it was no tap. */
	clicked_at: number;
	contact_key: string;
	/** The message of ours it answers, when they quoted or tapped one. */
	reply_to: string;
	phone_number_id: string;
}

/** One decision about our messages. */
export interface ConsentState {
	kind: 'opted_in' | 'opted_out';
	at: number;
	contact_key: string;
	message_id: string;
	campaign: string;
	phone_number_id: string;
}

/** Where a person stands: the latest decision holds, and an opt-out wins a tie. */
export interface ContactState {
	contact_key: string;
	consent: 'opted_in' | 'opted_out' | 'unknown';
	opted_in_at: number;
	opted_out_at: number;
	last_received_at: number;
}

export function addReceived(state: ReceivedState, other: Omit<ReceivedState, 'message_id'>): void {
	state.at = earliest(state.at, other.at);
	state.clicked_at = earliest(state.clicked_at, other.clicked_at);
	state.contact_key = smallest(state.contact_key, other.contact_key);
	state.reply_to = smallest(state.reply_to, other.reply_to);
	state.phone_number_id = smallest(state.phone_number_id, other.phone_number_id);
}

export function receivedOf(row: LedgerRow, at: number): ReceivedState {
	return {
		message_id: row.message_id,
		at,
		clicked_at: row.kind === 'clicked' ? at : 0,
		contact_key: row.contact_key,
		reply_to: row.reply_to,
		phone_number_id: row.phone_number_id,
	};
}

export function addConsent(state: ConsentState, other: ConsentState): void {
	state.message_id = smallest(state.message_id, other.message_id);
	state.campaign = smallest(state.campaign, other.campaign);
	state.phone_number_id = smallest(state.phone_number_id, other.phone_number_id);
}

/** The people behind messages received and decisions made; those we only wrote to are not in it. */
export function contactsOf(
	received: Iterable<ReceivedState>,
	consents: Iterable<ConsentState>,
): ContactState[] {
	const contacts = new Map<string, ContactState>();
	const contactOf = (contact_key: string) => {
		let contact = contacts.get(contact_key);
		if (!contact) {
			contact = {
				contact_key,
				consent: 'unknown',
				opted_in_at: 0,
				opted_out_at: 0,
				last_received_at: 0,
			};
			contacts.set(contact_key, contact);
		}
		return contact;
	};
	for (const { contact_key, at } of received) {
		if (contact_key === '') continue;
		const contact = contactOf(contact_key);
		contact.last_received_at = Math.max(contact.last_received_at, at);
	}
	for (const { contact_key, kind, at } of consents) {
		const contact = contactOf(contact_key);
		contact[`${kind}_at`] = Math.max(contact[`${kind}_at`], at);
	}
	for (const contact of contacts.values()) {
		if (contact.opted_out_at !== 0 && contact.opted_out_at >= contact.opted_in_at)
			contact.consent = 'opted_out';
		else if (contact.opted_in_at !== 0) contact.consent = 'opted_in';
	}
	return [...contacts.values()];
}
