import { explain } from '../graph/catalogue';
import { NoAnswerError } from '../graph/error';
import type { Fault } from '../graph/fault';
import type { SendOutcome } from './outcome';
import { contactKeyOf } from './phone';

/** What is known about a send before Meta answers. */
export type SendContext = Partial<
	Pick<
		SendOutcome,
		| 'to'
		| 'to_changed'
		| 'contact_key'
		| 'phone_number_id'
		| 'business_account_id'
		| 'key'
		| 'campaign'
		| 'template'
		| 'language'
		| 'category'
	>
>;

/** Meta's answer to an accepted send; only what we read. */
export interface SendResponse {
	contacts?: { input?: string; wa_id?: string; user_id?: string }[];
	messages?: { id?: string; message_status?: string }[];
}

function outcome(
	context: SendContext,
	now: number,
	rest: Partial<SendOutcome> & Pick<SendOutcome, 'status'>,
): SendOutcome {
	return {
		message_id: '',
		to: context.to ?? '',
		to_changed: context.to_changed ?? '',
		wa_id: '',
		user_id: '',
		contact_key: context.contact_key ?? '',
		phone_number_id: context.phone_number_id ?? '',
		business_account_id: context.business_account_id ?? '',
		key: context.key ?? '',
		campaign: context.campaign ?? '',
		template: context.template ?? '',
		language: context.language ?? '',
		category: context.category ?? '',
		timestamp: Math.floor(now / 1000),
		code: '',
		action: '',
		reason: '',
		next_step: '',
		details: '',
		fbtrace_id: '',
		...rest,
	};
}

/**
 * Meta took it: `accepted`, or `held` when it waits for a quality check. `now` in milliseconds. A paused template is
 * answered with success and not sent, so it is `failed`. Throws NoAnswerError for an answer without a message ID: it
 * settles nothing.
 */
export function answeredOutcome(
	context: SendContext,
	response: SendResponse,
	now: number,
): SendOutcome {
	const message = response.messages?.[0];
	const { wa_id = '', user_id = '' } = response.contacts?.[0] ?? {};
	if (!message?.id) throw new NoAnswerError('Meta answered without a message ID.', true);
	const contact_key = user_id || context.contact_key || contactKeyOf({ phone: wa_id });
	const facts = { message_id: message.id, wa_id, user_id, contact_key };
	if (message.message_status === 'paused') {
		const { meaning, nextStep, action } = explain(132015);
		const refusal = { code: '132015', action, reason: meaning, next_step: nextStep };
		return outcome(context, now, { status: 'failed', ...facts, ...refusal });
	}
	const held = message.message_status === 'held_for_quality_assessment';
	return outcome(context, now, { status: held ? 'held' : 'accepted', ...facts });
}

/** It did not go through, or nobody knows: `fault` says which, and why. `now` in milliseconds. */
export function faultOutcome(context: SendContext, fault: Fault, now: number): SendOutcome {
	// What has no code was thrown while the item's own values were read, for example by an expression.
	return outcome(context, now, { ...fault, code: fault.code || 'input' });
}

/** It could be sent as it is, and was not, because only a check was asked for. `now` in milliseconds. */
export function validOutcome(context: SendContext, now: number) {
	return { ...outcome(context, now, { status: 'accepted' }), status: 'valid' as const };
}
