import { firstText, record, text, type Json } from '../read';
import type { Family } from './accountFamilies';
import type { AccountFacts } from './place';

/** Meta writes `en-US` in some events and `en_US` everywhere else. */
const language = (value: Json) => text(value.message_template_language).replace('-', '_');

const name = (value: Json) => text(value.message_template_name);

const named = (value: Json) => {
	const code = language(value);
	return `Template "${name(value)}"${code ? ` (${code})` : ''}`;
};

const STATES: Record<string, string> = {
	APPROVED: 'is approved and can be sent',
	REJECTED: 'was rejected',
	PENDING: 'is being reviewed',
	PAUSED: 'is paused and cannot be sent for now',
	DISABLED: 'was disabled for good',
	FLAGGED: 'got bad feedback and may be disabled',
	IN_APPEAL: 'is being reviewed again',
	REINSTATED: 'can be sent again',
	LIMIT_EXCEEDED: 'exceeds the number of templates of this account',
	LOCKED: 'is locked',
	ARCHIVED: 'was archived',
	UNARCHIVED: 'was taken out of the archive',
	DELETED: 'was deleted',
	PENDING_DELETION: 'will be deleted',
};

function reasonOf(value: Json): string {
	const reason = text(value.reason);
	const other = record(value.other_info);
	return firstText(
		reason === 'NONE' ? '' : reason,
		record(value.rejection_info).reason,
		other.title,
		record(value.disable_info).disable_date,
	);
}

/** One template event with the name and language filled in. */
const about =
	(read: (value: Json) => Pick<AccountFacts, 'event' | 'summary' | 'reason'>): Family =>
	(value) =>
		name(value) || value.message_template_id || value.event
			? [[value, { template: name(value), language: language(value), ...read(value) }]]
			: [];

const status = about((value) => {
	const event = text(value.event);
	const reason = reasonOf(value);
	return {
		event,
		reason,
		summary: `${named(value)} ${STATES[event] ?? `is now ${event}`}${reason ? `: ${reason}` : ''}.`,
	};
});

const quality = about((value) => ({
	event: text(value.new_quality_score),
	summary: `${named(value)}: quality went from ${text(value.previous_quality_score)} to ${text(value.new_quality_score)}.`,
}));

const components = about((value) => ({
	event: 'COMPONENTS_CHANGED',
	summary: `${named(value)}: its text or buttons were changed.`,
}));

const category = about((value) => {
	const upcoming = text(value.correct_category);
	return {
		event: text(value.new_category),
		summary: upcoming
			? `${named(value)}: Meta will change its category from ${text(value.new_category)} to ${upcoming}.`
			: `${named(value)}: category went from ${text(value.previous_category)} to ${text(value.new_category)}.`,
	};
});

const detection = about((value) => ({
	event: text(value.correct_category),
	summary: `${named(value)}: Meta thinks its category is ${text(value.correct_category)}, not ${text(value.category)}.`,
}));

/** What happens to message templates. */
export const templateUpdates: [string, Family][] = [
	['message_template_status_update', status],
	['message_template_quality_update', quality],
	['message_template_components_update', components],
	['template_category_update', category],
	['template_correct_category_detection', detection],
];
