import { firstText, list, record, seconds, text, type Json } from '../read';
import type { Family } from './accountFamilies';
import type { AccountFacts } from './place';

/** One event per element of the list named `key`. */
const each =
	(key: string, read: (element: Json) => AccountFacts): Family =>
	(value) =>
		list(value[key]).map((element) => [
			element,
			{ timestamp: seconds(record(element).timestamp), ...read(record(element)) },
		]);

const who = (element: Json) => firstText(element.user_id, element.wa_id);

const PREFERENCES: Record<string, string> = {
	stop: 'does not want marketing messages any more',
	resume: 'wants marketing messages again',
	signup: 'signed up for marketing messages',
};

const preference = each('user_preferences', (element) => {
	const event = text(element.value);
	return {
		event,
		contact_key: who(element),
		reason: text(element.detail),
		summary: `${who(element) || 'Somebody'} ${PREFERENCES[event] ?? `changed a preference: ${event}`}.`,
	};
});

const userId = each('user_id_update', (element) => {
	const { current, previous } = record(element.user_id);
	return {
		event: 'user_id_update',
		contact_key: firstText(current, element.wa_id),
		previous_contact_key: text(previous),
		reason: text(element.detail),
		summary: `${firstText(previous, element.wa_id, 'Somebody')} is now ${text(current)}.`,
	};
});

const group = each('groups', (element) => {
	const errors = record(list(element.errors)[0]);
	return {
		event: text(element.type),
		group_id: text(element.group_id),
		contact_key: who(element),
		reason: firstText(element.reason, errors.title, errors.message),
		error_code: text(errors.code),
		summary: `Group ${firstText(element.subject, element.group_id)}: ${text(element.type).replace(/_/g, ' ')}.`,
	};
});

const contactSync = each('state_sync', (element) => {
	const contact = record(element.contact);
	const name = firstText(contact.full_name, contact.first_name, contact.phone_number);
	return {
		event: text(element.action),
		timestamp: seconds(record(element.metadata).timestamp),
		contact_key: firstText(contact.user_id, contact.phone_number),
		summary: `Contact ${name} in the WhatsApp Business app: ${text(element.action)}.`,
	};
});

const automatic = each('automatic_events', (element) => ({
	event: text(element.event_name),
	summary: `Meta noticed in a chat from an ad: ${text(element.event_name)}.`,
}));

const tracking = each('events', (element) => ({
	event: text(element.event_name),
	summary: `Marketing message: ${text(element.event_name)}.`,
}));

/** What people decide or change, and what happens in groups. */
export const peopleUpdates: [string, Family][] = [
	['user_preferences', preference],
	['user_id_update', userId],
	['group_lifecycle_update', group],
	['group_participants_update', group],
	['group_participant_update', group],
	['group_settings_update', group],
	['group_status_update', group],
	['smb_app_state_sync', contactSync],
	['automatic_events', automatic],
	['tracking_events', tracking],
];
