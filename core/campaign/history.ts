import { explainCode } from '../ledger/explainCode';
import type { MessageState } from '../ledger/messageState';
import { isAccepted, isFailed, isRefused, isUnknown, startedAt } from '../ledger/progress';
import { moment, type Reason } from './reasons';
import type { PlanSettings } from './settings';

const HOUR = 3600;
const DAY = 86_400;
const UNREACHABLE = '131026';
const LIMITED = '131049';
/** What Meta's limit for marketing to one person asks for: not again on the same day. */
const LIMITED_FOR = DAY;

const hasFailed = (state: MessageState) => isFailed(state) || isRefused(state);
const isMarketing = ({ pricing_category, category }: MessageState) =>
	(pricing_category || category) === 'marketing';

/** A failure that passes by itself: sending again may work and cannot double anything. */
const passes = ({ error_code }: MessageState) =>
	['retry', 'slowDown', 'tryLater'].includes(explainCode(error_code).action);

function fromThisCampaign(state: MessageState, settings: PlanSettings): Reason | undefined {
	const at = moment(startedAt(state));
	if (isUnknown(state)) {
		const hours = settings.unknownForHours;
		const since = Math.max(state.claimed_at, state.unknown_at);
		if (hours !== undefined && since + hours * HOUR <= settings.now) return undefined;
		return state.unknown_at === 0
			? { reason: 'claimed', text: `A run of this campaign took this person on at ${at}.` }
			: {
					reason: 'unsettled',
					text: `A message of ${at} was handed to Meta and no answer came; until a status tells, it may have been sent.`,
				};
	}
	if (hasFailed(state)) {
		if (settings.retryFailed && passes(state)) return undefined;
		const why = explainCode(state.error_code).meaning;
		return { reason: 'failed_before', text: `In this campaign a message failed at ${at}: ${why}` };
	}
	if (!isAccepted(state)) return undefined;
	return { reason: 'already_sent', text: `This campaign was sent to this person at ${at}.` };
}

function overCap(messages: MessageState[], settings: PlanSettings): Reason | undefined {
	const { frequencyCap, now } = settings;
	if (!frequencyCap) return undefined;
	const counted = messages.filter(
		(state) =>
			(isAccepted(state) || isUnknown(state)) &&
			!hasFailed(state) &&
			(state.campaign !== '' || isMarketing(state)) &&
			startedAt(state) > now - frequencyCap.days * DAY,
	);
	if (counted.length < frequencyCap.messages) return undefined;
	const got = `${counted.length} campaign ${counted.length === 1 ? 'message' : 'messages'}`;
	const days = `${frequencyCap.days} ${frequencyCap.days === 1 ? 'day' : 'days'}`;
	return {
		reason: 'frequency_cap',
		text: `Got ${got} in the last ${days}; your cap is ${frequencyCap.messages}.`,
	};
}

function unreachable(messages: MessageState[], needed: number): Reason | undefined {
	if (needed <= 0) return undefined;
	const last = messages
		.filter((state) => startedAt(state) !== 0 && !isUnknown(state))
		.sort((a, b) => startedAt(b) - startedAt(a) || (a.message_id < b.message_id ? -1 : 1))
		.slice(0, needed);
	if (last.length < needed) return undefined;
	if (!last.every((state) => hasFailed(state) && state.error_code === UNREACHABLE))
		return undefined;
	const when = moment(startedAt(last[0]));
	return {
		reason: 'unreachable',
		text: `The last message, at ${when}, could not be delivered: not on WhatsApp or unreachable (131026).`,
	};
}

function limited(messages: MessageState[], { category, now }: PlanSettings): Reason | undefined {
	if (category !== 'marketing') return undefined;
	const times = messages
		.filter(({ error_code }) => error_code === LIMITED)
		.map(({ error_at }) => error_at);
	const last = Math.max(0, ...times);
	if (last === 0 || last <= now - LIMITED_FOR) return undefined;
	return {
		reason: 'limited_by_meta',
		text: `Meta held back a marketing message to this person at ${moment(last)} (131049); wait 24 hours.`,
	};
}

/** What earlier messages to this person say against another one now, each reason once. */
export function fromHistory(messages: MessageState[], settings: PlanSettings): Reason[] {
	const reasons = new Map<string, Reason>();
	const put = (found: Reason | undefined) => {
		if (found && !reasons.has(found.reason)) reasons.set(found.reason, found);
	};
	const inOrder = [...messages].sort(
		(a, b) => startedAt(a) - startedAt(b) || (a.message_id + a.key < b.message_id + b.key ? -1 : 1),
	);
	for (const state of inOrder)
		if (state.campaign === settings.campaign) put(fromThisCampaign(state, settings));
	put(overCap(messages, settings));
	put(unreachable(messages, settings.unreachableAfter ?? 1));
	put(limited(messages, settings));
	return [...reasons.values()];
}

/** How often this campaign tried to reach the person, whatever came of it. */
export const attemptsIn = (messages: MessageState[], campaign: string) =>
	messages.filter((state) => state.campaign === campaign && startedAt(state) !== 0).length;
