import { firstText, list, record, seconds, text, type Json } from '../read';
import type { Family } from './accountFamilies';
import type { AccountFacts } from './place';

/** One event per change; most account fields are like that. */
const single =
	(read: (value: Json) => AccountFacts): Family =>
	(value) => [[value, read(value)]];

const words = (...parts: unknown[]) => parts.map(text).filter(Boolean).join(' ');

function accountReason(value: Json): string {
	const ban = record(value.ban_info);
	const restrictions = list(value.restriction_info).map((one) =>
		text(record(one).restriction_type),
	);
	return firstText(
		restrictions.filter(Boolean).join(', '),
		record(value.violation_info).violation_type,
		words(ban.waba_ban_state, ban.waba_ban_date),
		record(value.disconnection_info).reason,
		record(value.volume_tier_info).tier,
	);
}

const ACCOUNT: Record<string, string> = {
	ACCOUNT_RESTRICTION: 'Meta restricted the WhatsApp account',
	ACCOUNT_VIOLATION: 'Meta found a breach of its rules',
	ACCOUNT_DELETED: 'The WhatsApp account was deleted',
	DISABLED_UPDATE: 'Meta disabled the WhatsApp account or plans to',
	VERIFIED_ACCOUNT: 'The WhatsApp account is verified',
	ACCOUNT_OFFBOARDED: 'The number was disconnected from the WhatsApp Business app',
	ACCOUNT_RECONNECTED: 'The number is connected to the WhatsApp Business app again',
	VOLUME_BASED_PRICING_TIER_UPDATE: 'The account reached another price tier',
};

const update = single((value) => {
	const event = text(value.event);
	const reason = accountReason(value);
	return {
		event,
		reason,
		summary: `${ACCOUNT[event] ?? `Account update: ${event}`}${reason ? `: ${reason}` : ''}.`,
	};
});

const alert = single((value) => {
	const info = { ...value, ...record(value.alert_info) };
	return {
		event: text(info.alert_type),
		reason: text(info.alert_severity),
		summary: firstText(info.alert_description, `Account alert: ${text(info.alert_type)}.`),
	};
});

const decision = (subject: string): Family =>
	single((value) => ({
		event: text(value.decision),
		reason: text(value.rejection_reason),
		summary: `${words(subject, value.requested_verified_name)}: ${text(value.decision).toLowerCase()}.`,
	}));

const quality = single((value) => {
	const limit = firstText(value.max_daily_conversations_per_business, value.current_limit);
	return {
		event: text(value.event),
		reason: limit,
		summary: `Number ${text(value.display_phone_number)}: ${text(value.event)}${limit ? `, limit ${limit}` : ''}.`,
	};
});

const capability = single((value) => ({
	event: 'LIMITS_CHANGED',
	reason: text(value.max_daily_conversations_per_business),
	summary: `The account may write to ${firstText(value.max_daily_conversations_per_business, value.max_daily_conversation_per_phone)} people a day.`,
}));

const settings = single((value) => ({
	event: text(value.type),
	timestamp: seconds(value.timestamp),
	phone_number_id: text(record(value.phone_number_settings).phone_number_id),
	summary: 'The settings of a phone number were changed.',
}));

/** Fields that say little more than an event word. */
const named = (key: string, say: (event: string, value: Json) => string): Family =>
	single((value) => ({ event: text(value[key]), summary: say(text(value[key]), value) }));

/** What happens to the account, its numbers and its limits. */
export const accountUpdates: [string, Family][] = [
	['account_update', update],
	['account_alerts', alert],
	['account_review_update', decision('Review of the account')],
	['account_settings_update', settings],
	['business_capability_update', capability],
	[
		'business_username_updates',
		named('status', (event, value) => `Username ${text(value.username)}: ${event}.`),
	],
	['phone_number_name_update', decision('Display name')],
	['phone_number_quality_update', quality],
	[
		'security',
		named('event', (event, value) => `Number ${text(value.display_phone_number)}: ${event}.`),
	],
	[
		'partner_solutions',
		named('event', (event, value) => `Partner solution ${text(value.solution_id)}: ${event}.`),
	],
	[
		'payment_configuration_update',
		named(
			'status',
			(event, value) => `Payment configuration ${text(value.configuration_name)}: ${event}.`,
		),
	],
	[
		'flows',
		named('event', (event, value) =>
			firstText(value.message, value.warning, `Flow ${text(value.flow_id)}: ${event}.`),
		),
	],
	[
		'messaging_handovers',
		single((value) => ({
			event: text(value.type),
			timestamp: seconds(value.timestamp),
			contact_key: text(record(value.sender).phone_number),
			phone_number_id: text(record(value.recipient).phone_number_id),
			reason: text(record(value[text(value.type)]).new_owner_role),
			summary: 'A conversation was handed to another app or agent.',
		})),
	],
];
