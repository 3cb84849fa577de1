import { list, record, seconds, text, type Json } from '../read';
import { addAccount } from './account';
import { contactKey, whoIs } from './people';
import { addProblems } from './beside';
import type { Place, Split } from './place';

const EVENTS: Record<string, string> = {
	connect: 'is calling',
	terminate: 'was called or called; the call has ended',
	call_created: 'has a new call',
	call_recording_available: 'had a call whose recording is ready',
	call_transcription_available: 'had a call whose transcript is ready',
	RINGING: 'is being rung',
	ACCEPTED: 'accepted the call',
	REJECTED: 'rejected the call',
};

function facts(call: Json, contacts: readonly unknown[], event: string, outbound: boolean) {
	const phone = text(outbound ? (call.to ?? call.recipient_id) : call.from);
	const userId = text(outbound ? (call.to_user_id ?? call.recipient_user_id) : call.from_user_id);
	const contact_key = contactKey(whoIs(contacts, phone, userId, true));
	return {
		event,
		timestamp: seconds(call.timestamp),
		contact_key,
		reason: text(list(call.status)[0] ?? (event === call.status ? '' : call.status)),
		error_code: text(record(list(call.errors)[0]).code),
		summary: `${contact_key || 'Somebody'} ${EVENTS[event] ?? `has a call event: ${event}`}.`,
	};
}

/** Calls and how they went. Their statuses are not message statuses, so they leave through Account as well. */
export function addCalls(split: Split, place: Place, value: Json): void {
	const contacts = list(value.contacts);
	for (const original of list(value.calls)) {
		const call = record(original);
		const outbound = call.direction === 'BUSINESS_INITIATED';
		addAccount(split, place, original, facts(call, contacts, text(call.event), outbound));
	}
	for (const original of list(value.statuses)) {
		const call = record(original);
		addAccount(split, place, original, facts(call, contacts, text(call.status), true));
	}
	addProblems(split, place, list(value.errors));
}
