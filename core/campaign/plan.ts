import { countryOf } from '../ledger/callingCodes';
import { contactTag, formatKey } from '../ledger/key';
import { hashWith } from '../ledger/privacy';
import { contactKeyOf, normalisePhone } from '../message/phone';
import { saysOptedIn, type Standing } from './consent';
import { attemptsIn, fromHistory } from './history';
import { createClockCheck } from './clockCheck';
import type { Knowledge } from './knowledge';
import { fitOf, type MessagingLimit } from './messagingLimit';
import { moment, type Reason, type ReasonName } from './reasons';
import type { Contact, PlanSettings } from './settings';
import { variantOf } from './variant';

/** One message to send. `index` is the contact's place in the list. */
export interface PlannedSend {
	index: number;
	contact: Contact;
	/** Number in WhatsApp's digits, or the user ID. */
	to: string;
	/** As in the ledger: hashed when there is a privacy key. */
	contact_key: string;
	/** For `biz_opaque_callback_data`. */
	key: string;
	variant: string;
	/** What does not stand against sending and is good to know. */
	notes: string[];
}

export interface PlannedSkip {
	index: number;
	contact: Contact;
	reasons: Reason[];
}

export interface PlanSummary {
	contacts: number;
	send: number;
	skipped: number;
	/** How many people each reason concerns; one person may count for several. */
	by_reason: Partial<Record<ReasonName, number>>;
	/** How long sending takes at the pacing given. */
	expected_seconds: number;
	/** Meta's limit of people per 24 hours, when it was given. */
	messaging_limit?: MessagingLimit;
}

export interface Plan {
	send: PlannedSend[];
	skipped: PlannedSkip[];
	summary: PlanSummary;
}

interface Named {
	digits: string;
	userId: string;
	/** Empty when nothing names the person. */
	name: string;
	invalid?: Reason;
}

function namesOf({ phone, user_id: userId }: Contact, settings: PlanSettings): Named {
	try {
		// A user ID is enough; a number that is there must be right all the same.
		if (phone === '' && userId !== '') return { digits: '', userId, name: userId };
		const { defaultCountryCode } = settings;
		const { digits } = normalisePhone(phone, { defaultCountryCode });
		return { digits, userId, name: digits };
	} catch (error) {
		const text = error instanceof Error ? error.message : '';
		const invalid: Reason = { reason: 'invalid_number', text };
		return { digits: '', userId, name: userId, invalid };
	}
}

function fromConsent(
	{ consent, decision }: Standing,
	contact: Contact,
	{ category, now }: PlanSettings,
): { reasons: Reason[]; notes: string[] } {
	if (consent === 'opted_out') {
		const when = decision ? ` at ${moment(decision.at)}` : '';
		if (category === 'marketing')
			return { reasons: [{ reason: 'opted_out', text: `Opted out${when}.` }], notes: [] };
		const note = `Opted out of marketing${when}; a message of the category ${category} may still be sent.`;
		return { reasons: [], notes: [note] };
	}
	if (category !== 'marketing' || consent === 'opted_in' || saysOptedIn(contact.opted_in, now))
		return { reasons: [], notes: [] };
	const text = 'No opt-in is recorded, and marketing messages need one.';
	return { reasons: [{ reason: 'no_opt_in', text }], notes: [] };
}

/**
 * Who gets the message and who does not, and every reason why not. Each contact is in exactly one of the two lists.
 * Changes nothing: the same ledger and list give the same plan, in whatever order the rows came. Throws InputError for
 * quiet hours or a default time zone that do not exist.
 */
export function planCampaign(
	contacts: Contact[],
	knowledge: Knowledge,
	settings: PlanSettings,
): Plan {
	const { campaign, perSecond, privacyKey = '', now } = settings;
	const named = contacts.map((contact) => namesOf(contact, settings));
	knowledge.introduce(named.map(({ digits, userId }) => [digits, userId]));
	// All contacts, not only those left: the answer for one must not depend on what is known about another.
	const clock = createClockCheck(settings, now + Math.ceil(contacts.length / perSecond));
	const seen = new Map<string, number>();
	const plan: Pick<Plan, 'send' | 'skipped'> = { send: [], skipped: [] };
	const byReason: PlanSummary['by_reason'] = {};
	const chosen = new Set<string>();

	contacts.forEach((contact, index) => {
		const person = named[index];
		const { digits, userId, name, invalid } = person;
		const reasons: Reason[] = invalid ? [invalid] : [];
		const notes: string[] = [];
		const { id, standing, messages } = knowledge.about(name);
		if (name !== '') {
			const first = seen.get(id);
			if (first === undefined) seen.set(id, index);
			else
				reasons.push({
					reason: 'duplicate',
					text: `The same person as contact ${first + 1} of the list.`,
				});
		}
		const consent = fromConsent(standing, contact, settings);
		reasons.push(
			...consent.reasons,
			...fromHistory(messages, settings),
			...clock(contact, countryOf(digits, userId)),
		);
		notes.push(...consent.notes);
		if (reasons.length > 0) {
			plan.skipped.push({ index, contact, reasons });
			for (const { reason } of reasons) byReason[reason] = (byReason[reason] ?? 0) + 1;
			return;
		}
		const contactKey = contactKeyOf({ user_id: userId, phone: digits });
		const attempt = `${attemptsIn(messages, campaign) + 1}`;
		const key = formatKey({ campaign, contact: contactTag(contactKey, privacyKey), attempt });
		const to = digits || userId;
		chosen.add(id);
		plan.send.push({
			index,
			contact,
			to,
			contact_key: hashWith(privacyKey, contactKey),
			key,
			variant: variantOf(settings.variants ?? [], campaign, to),
			notes,
		});
	});

	const summary: PlanSummary = {
		contacts: contacts.length,
		send: plan.send.length,
		skipped: plan.skipped.length,
		by_reason: byReason,
		expected_seconds: Math.ceil(plan.send.length / perSecond),
	};
	const limit = fitOf(chosen, knowledge, settings);
	return { ...plan, summary: limit ? { ...summary, messaging_limit: limit } : summary };
}
