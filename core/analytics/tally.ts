import type { MessageState } from '../ledger/fold';
import {
	isAccepted,
	isFailed,
	isRefused,
	isSent,
	isUnknown,
	reachedAt,
	readAt,
	startedAt,
} from '../ledger/progress';
import { addDuration, type Durations } from './durations';

/** Meta keeps trying for 30 days; what has not arrived by then never will. */
const TIME_TO_LIVE = 30 * 86_400;

/** Counts of messages. All but `planned` and `skipped` are about messages that were attempted. */
export interface Counts {
	planned: number;
	skipped: number;
	attempted: number;
	accepted: number;
	held: number;
	sent: number;
	delivered: number;
	read: number;
	failed: number;
	refused: number;
	unknown: number;
	in_flight: number;
	expired: number;
	replied: number;
	clicked: number;
	opted_out: number;
}

/** What a group of messages adds up to. Two tallies of different messages add up by adding everything. */
export interface Tally {
	counts: Counts;
	toDeliver: Durations;
	toRead: Durations;
}

export function newTally(): Tally {
	return {
		counts: {
			planned: 0,
			skipped: 0,
			attempted: 0,
			accepted: 0,
			held: 0,
			sent: 0,
			delivered: 0,
			read: 0,
			failed: 0,
			refused: 0,
			unknown: 0,
			in_flight: 0,
			expired: 0,
			replied: 0,
			clicked: 0,
			opted_out: 0,
		},
		toDeliver: new Map(),
		toRead: new Map(),
	};
}

/** What people did because of a message. */
export interface Reactions {
	replied: boolean;
	clicked: boolean;
	optedOut: boolean;
}

function addFate({ counts, toDeliver, toRead }: Tally, state: MessageState, now: number): void {
	const reached = reachedAt(state);
	const read = readAt(state);
	const left = state.sent_at || state.accepted_at;
	counts.accepted++;
	if (state.held_at !== 0) counts.held++;
	if (isSent(state)) counts.sent++;
	if (reached !== 0) {
		counts.delivered++;
		if (left !== 0) addDuration(toDeliver, reached - left);
	} else if (isFailed(state)) counts.failed++;
	else if (startedAt(state) + TIME_TO_LIVE < now) counts.expired++;
	else counts.in_flight++;
	if (read !== 0) {
		counts.read++;
		if (left !== 0) addDuration(toRead, read - left);
	}
}

/** Adds one message. `now`: Unix seconds, to tell what is still under way from what has expired. */
export function addMessage(
	tally: Tally,
	state: MessageState,
	now: number,
	reactions?: Reactions,
): void {
	const { counts } = tally;
	if (startedAt(state) === 0) {
		if (state.skipped_at !== 0) counts.skipped++;
		else if (state.planned_at !== 0) counts.planned++;
		return;
	}
	counts.attempted++;
	if (isAccepted(state)) addFate(tally, state, now);
	else if (isRefused(state)) counts.refused++;
	else if (isUnknown(state)) counts.unknown++;
	if (reactions?.replied) counts.replied++;
	if (reactions?.clicked) counts.clicked++;
	if (reactions?.optedOut) counts.opted_out++;
}
