import { earliest, smallest } from './join';
import { MESSAGE_KINDS, type MessageKind } from './kinds';
import type { LedgerRow } from './row';

type TimeName = `${MessageKind}_at`;
type Times = Record<TimeName, number>;

const FACTS = [
	'key',
	'run',
	'recipient',
	'contact_key',
	'phone_number_id',
	'business_account_id',
	'campaign',
	'variant',
	'template',
	'language',
	'country',
] as const;
type Facts = Record<(typeof FACTS)[number], string>;

/**
 * All that the ledger knows about one message. Times are Unix seconds, 0 when it has not happened (that we know of).
 * `refused`: Meta said no to the request itself, so it never got an ID; `failed`: Meta took it and gave up later.
 * Takes about 0.6 KiB, its IDs included.
 */
export interface MessageState extends Times, Facts {
	/** Empty while only the key is known: planned, claimed, unknown or refused. */
	message_id: string;
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
	};
}

const timeOf = new Map<string, TimeName>(MESSAGE_KINDS.map((kind) => [kind, `${kind}_at`]));
const TIMES = [...timeOf.values()];

/** True for kinds that belong to a message of ours. */
export const isMessageKind = (kind: string) => timeOf.has(kind);

function addFacts(state: MessageState, known: Facts): void {
	for (const name of FACTS) {
		// Most rows repeat what is known: comparing first is cheaper than writing.
		if (known[name] !== '' && known[name] !== state[name]) {
			state[name] = smallest(state[name], known[name]);
		}
	}
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

/** Adds what one row says. Any order, any repetition: the same state. */
export function addRow(state: MessageState, row: LedgerRow, at: number): void {
	// A failure without a message ID is Meta's answer to the request, not the fate of a message.
	const kind = row.kind === 'failed' && row.message_id === '' ? 'refused' : row.kind;
	const time = timeOf.get(kind);
	if (!time) return;
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
	if (kind === 'failed' || kind === 'refused') addError(state, at, row.error_code, row.reason);
}

/** Adds all that another state of the same message knows. */
export function addState(state: MessageState, other: MessageState): void {
	for (const time of TIMES) state[time] = earliest(state[time], other[time]);
	addFacts(state, other);
	addPricing(state, other);
	state.category = smallest(state.category, other.category);
	addError(state, other.error_at, other.error_code, other.error_reason);
}
