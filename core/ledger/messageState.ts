import { earliest, largest, smallest } from './join';
import { MESSAGE_KINDS, type MessageKind } from './kinds';
import type { LedgerRow } from './row';

export type TimeName = `${MessageKind}_at`;
type Times = Record<TimeName, number>;

type Facts = Record<
	| 'key'
	| 'run'
	| 'recipient'
	| 'contact_key'
	| 'phone_number_id'
	| 'business_account_id'
	| 'campaign'
	| 'variant'
	| 'template'
	| 'language'
	| 'country',
	string
>;

/**
 * All that the ledger knows about one message. Times are Unix seconds, 0 when it has not happened (that we know of).
 * `refused`: Meta said no to the request itself, so it never got an ID; `failed`: Meta took it and gave up later.
 * Takes about 0.6 KiB, its IDs included.
 */
export interface MessageState extends Times, Facts {
	/** Empty while only the key is known: planned, claimed, unknown or refused. */
	message_id: string;
	/**
	 * The same person by another name, else equal to `contact_key`: a send knows the number, Meta's statuses and the
	 * person's answers the business-scoped user ID.
	 */
	other_contact_key: string;
	/** The template's category; what is billed is `pricing_category`. */
	category: string;
	pricing_category: string;
	pricing_type: string;
	pricing_model: string;
	/** When the row the pricing comes from happened: the earliest that carried one. */
	pricing_at: number;
	/** The first error by time, then by code. */
	error_code: string;
	error_reason: string;
	error_at: number;
	/** Why it was not sent at all: the words of the plan. */
	skip_reason: string;
	/** When we first learnt of a final status (delivered, read, played, failed); 0 when there was none. */
	heard_at: number;
}

/** A message of which nothing is known yet. One literal, so that all states share one hidden class. */
export function newMessage(messageId: string): MessageState {
	return {
		planned_at: 0,
		skipped_at: 0,
		claimed_at: 0,
		unknown_at: 0,
		refused_at: 0,
		accepted_at: 0,
		held_at: 0,
		sent_at: 0,
		delivered_at: 0,
		read_at: 0,
		played_at: 0,
		failed_at: 0,
		deleted_at: 0,
		message_id: messageId,
		key: '',
		run: '',
		recipient: '',
		contact_key: '',
		other_contact_key: '',
		phone_number_id: '',
		business_account_id: '',
		campaign: '',
		variant: '',
		template: '',
		language: '',
		country: '',
		category: '',
		pricing_category: '',
		pricing_type: '',
		pricing_model: '',
		pricing_at: 0,
		error_code: '',
		error_reason: '',
		error_at: 0,
		skip_reason: '',
		heard_at: 0,
	};
}

const TIME_OF_KIND = new Map<string, TimeName>(MESSAGE_KINDS.map((kind) => [kind, `${kind}_at`]));
const TIMES = [...TIME_OF_KIND.values()];

/** Statuses by which Meta tells what became of a message. */
const FINAL = new Set<TimeName>(['delivered_at', 'read_at', 'played_at', 'failed_at']);

/** The time a row sets; undefined when it is not about a message of ours. */
export function timeOf({ kind, message_id }: LedgerRow): TimeName | undefined {
	// A failure without a message ID is Meta's answer to the request, not the fate of a message.
	return kind === 'failed' && message_id === '' ? 'refused_at' : TIME_OF_KIND.get(kind);
}

/** Written out: a loop over names makes the whole fold a third slower. */
function addFacts(state: MessageState, known: Facts): void {
	if (known.key !== '') state.key = smallest(state.key, known.key);
	if (known.run !== '') state.run = smallest(state.run, known.run);
	if (known.recipient !== '') state.recipient = smallest(state.recipient, known.recipient);
	if (known.contact_key !== '') {
		state.contact_key = smallest(state.contact_key, known.contact_key);
		state.other_contact_key = largest(state.other_contact_key, known.contact_key);
	}
	if (known.phone_number_id !== '')
		state.phone_number_id = smallest(state.phone_number_id, known.phone_number_id);
	if (known.business_account_id !== '')
		state.business_account_id = smallest(state.business_account_id, known.business_account_id);
	if (known.campaign !== '') state.campaign = smallest(state.campaign, known.campaign);
	if (known.variant !== '') state.variant = smallest(state.variant, known.variant);
	if (known.template !== '') state.template = smallest(state.template, known.template);
	if (known.language !== '') state.language = smallest(state.language, known.language);
	if (known.country !== '') state.country = smallest(state.country, known.country);
}

type Pricing = Pick<MessageState, `pricing_${'category' | 'type' | 'model' | 'at'}`>;

const comesFirst = (atA: number, atB: number, textA: string, textB: string) =>
	atA < atB || (atA === atB && textA < textB);

const pricingText = (one: Pricing) =>
	`${one.pricing_category}\n${one.pricing_type}\n${one.pricing_model}`;

/** Pricing is taken whole from one row, so that category and type always belong together. */
function addPricing(state: MessageState, found: Pricing): void {
	if (found.pricing_at === 0) return;
	const isFirst =
		state.pricing_at === 0 ||
		comesFirst(found.pricing_at, state.pricing_at, pricingText(found), pricingText(state));
	if (!isFirst) return;
	state.pricing_category = found.pricing_category;
	state.pricing_type = found.pricing_type;
	state.pricing_model = found.pricing_model;
	state.pricing_at = found.pricing_at;
}

function addError(state: MessageState, at: number, code: string, reason: string): void {
	if (at === 0) return;
	const isFirst =
		state.error_at === 0 ||
		comesFirst(
			at,
			state.error_at,
			`${code}\n${reason}`,
			`${state.error_code}\n${state.error_reason}`,
		);
	if (!isFirst) return;
	state.error_at = at;
	state.error_code = code;
	state.error_reason = reason;
}

/** Adds what one row says, `time` being what `timeOf` told. Any order, any repetition: the same state. */
export function addRow(state: MessageState, row: LedgerRow, time: TimeName, at: number): void {
	if (state[time] === 0 || at < state[time]) state[time] = at;
	addFacts(state, row);
	if (row.pricing_type !== '' || row.pricing_model !== '') {
		addPricing(state, {
			pricing_category: row.category,
			pricing_type: row.pricing_type,
			pricing_model: row.pricing_model,
			pricing_at: at,
		});
	} else if (row.category !== '') {
		state.category = smallest(state.category, row.category);
	}
	if (row.kind === 'failed') addError(state, at, row.error_code, row.reason);
	if (FINAL.has(time)) state.heard_at = earliest(state.heard_at, row.received_at);
	else if (time === 'skipped_at') state.skip_reason = smallest(state.skip_reason, row.reason);
}

/** Adds all that another state of the same message knows. */
export function addState(state: MessageState, other: MessageState): void {
	for (const time of TIMES) state[time] = earliest(state[time], other[time]);
	addFacts(state, other);
	state.other_contact_key = largest(state.other_contact_key, other.other_contact_key);
	addPricing(state, other);
	state.category = smallest(state.category, other.category);
	addError(state, other.error_at, other.error_code, other.error_reason);
	state.skip_reason = smallest(state.skip_reason, other.skip_reason);
	state.heard_at = earliest(state.heard_at, other.heard_at);
}
