import { explainCode } from '../ledger/explainCode';
import { SLOT, type Cell, type CELL_HISTOGRAMS } from './cell';
import { addHistogram, type Histogram } from './histogram';

/** Meta keeps trying for 30 days; what has not arrived by then never will. */
const TIME_TO_LIVE = 30 * 86_400;

/** Counts of messages. All but `planned` and `skipped` are about messages that were attempted. The counts of different
 * messages add up. */
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
	/** Of those failed or refused: by Meta's own limits, with nothing wrong about message or number. */
	limited: number;
	/** Of those failed or refused: by people who blocked us, or because too many did. */
	blocks: number;
	unknown: number;
	in_flight: number;
	expired: number;
	/** Second and later attempts to reach a person. */
	retries: number;
	retries_delivered: number;
	replied: number;
	replied_24h: number;
	clicked: number;
	opted_out: number;
	/** Messages Meta priced, by when it did, and those of them that are free. */
	billed: number;
	free: number;
}

/** How long things took. */
export type Times = Record<(typeof CELL_HISTOGRAMS)[number], Histogram>;

export const newTimes = (): Times => ({
	to_deliver: new Map(),
	to_read: new Map(),
	to_open: new Map(),
	late: new Map(),
});

export const newCounts = (): Counts => ({
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
	limited: 0,
	blocks: 0,
	unknown: 0,
	in_flight: 0,
	expired: 0,
	retries: 0,
	retries_delivered: 0,
	replied: 0,
	replied_24h: 0,
	clicked: 0,
	opted_out: 0,
	billed: 0,
	free: 0,
});

/** The person blocked us; too many people did. */
const BLOCKED = new Set(['130403', '131048']);

function addFailed(counts: Counts, { error_code, count }: Cell): void {
	if (explainCode(error_code).bucket === 'Limited by Meta') counts.limited += count;
	if (BLOCKED.has(error_code)) counts.blocks += count;
}

function addFate(counts: Counts, cell: Cell, now: number): void {
	const { status, count, slot } = cell;
	if (status === 'failed' || status === 'refused') addFailed(counts, cell);
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

/**
 * Adds a cell of messages, or of messages that were priced; others change nothing. `now`: Unix seconds, to tell what is
 * still under way from what has expired.
 */
export function addCell(counts: Counts, cell: Cell, now: number): void {
	if (cell.of === 'billed') {
		counts.billed += cell.count;
		if (cell.pricing_type.startsWith('free')) counts.free += cell.count;
	}
	if (cell.of !== 'message') return;
	if (cell.status === 'planned' || cell.status === 'skipped') {
		counts[cell.status] += cell.count;
		return;
	}
	counts.attempted += cell.count;
	addFate(counts, cell, now);
	counts.held += cell.held;
	counts.sent += cell.left;
	counts.retries += cell.retries;
	if (cell.status === 'delivered' || cell.status === 'read')
		counts.retries_delivered += cell.retries;
	counts.replied += cell.replied;
	counts.replied_24h += cell.replied_24h;
	counts.clicked += cell.clicked;
	counts.opted_out += cell.opted_out;
}

/** Adds how long things took in a cell. */
export function addTimes(times: Times, cell: Cell): void {
	addHistogram(times.to_deliver, cell.to_deliver);
	addHistogram(times.to_read, cell.to_read);
	addHistogram(times.to_open, cell.to_open);
	addHistogram(times.late, cell.late);
}
