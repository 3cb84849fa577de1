import { SLOT, type Cell } from './cell';
import { addHistogram, type Histogram } from './histogram';

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
	toDeliver: Histogram;
	toRead: Histogram;
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

function addFate(counts: Counts, { status, count, slot }: Cell, now: number): void {
	switch (status) {
		case 'refused':
			counts.refused += count;
			return;
		case 'unknown':
			counts.unknown += count;
			return;
		case 'failed':
			counts.failed += count;
			break;
		case 'read':
			counts.read += count;
			counts.delivered += count;
			break;
		case 'delivered':
			counts.delivered += count;
			break;
		default:
			if (slot + SLOT + TIME_TO_LIVE <= now) counts.expired += count;
			else counts.in_flight += count;
	}
	counts.accepted += count;
}

/** Adds a cell of messages. `now`: Unix seconds, to tell what is still under way from what has expired. */
export function addCell(tally: Tally, cell: Cell, now: number): void {
	const { counts } = tally;
	if (cell.status === 'planned' || cell.status === 'skipped') {
		counts[cell.status] += cell.count;
		return;
	}
	counts.attempted += cell.count;
	addFate(counts, cell, now);
	counts.held += cell.held;
	counts.sent += cell.left;
	counts.replied += cell.replied;
	counts.clicked += cell.clicked;
	counts.opted_out += cell.opted_out;
	addHistogram(tally.toDeliver, cell.to_deliver);
	addHistogram(tally.toRead, cell.to_read);
}
