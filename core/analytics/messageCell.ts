import type { MessageState } from '../ledger/fold';
import { earliest } from '../ledger/join';
import { parseKey } from '../ledger/key';
import {
	isFailed,
	isRefused,
	isSent,
	reachedAt,
	readAt,
	startedAt,
	statusOf,
} from '../ledger/progress';
import { slotOf } from './cell';

import { addDuration } from './histogram';
import { cellAt, countAt, histogramOf, type OpenCells } from './openCell';
import type { Reactions } from './reactions';

const DAY = 86_400;

/** When a message counts: when it was attempted, else when it was planned or skipped. */
const countsAt = (message: MessageState) =>
	startedAt(message) || earliest(message.planned_at, message.skipped_at);

const isRetry = (message: MessageState) =>
	startedAt(message) !== 0 && Number(parseKey(message.key)?.attempt) > 1;

/** What a message has in common with others, whatever became of it. */
const groupOf = (message: MessageState) => ({
	campaign: message.campaign,
	variant: message.variant,
	template: message.template,
	language: message.language,
	category: message.category || message.pricing_category,
	country: message.country,
	phone_number_id: message.phone_number_id,
});

/** Counts a message of ours in the cell of the moment it was attempted. */
export function addMessage(cells: OpenCells, message: MessageState, reactions?: Reactions): void {
	const at = countsAt(message);
	if (at === 0) return;
	const status = statusOf(message);
	const cell = cellAt(cells, {
		of: 'message',
		slot: slotOf(at),
		status,
		...groupOf(message),
		error_code: isFailed(message) || isRefused(message) ? message.error_code : '',
		reason: status === 'skipped' ? message.skip_reason : '',
	});
	countAt(cell, at);
	if (message.held_at !== 0) cell.held++;
	if (isSent(message)) cell.left++;
	if (isRetry(message)) cell.retries++;
	if (reactions) {
		if (reactions.repliedAfter >= 0) cell.replied++;
		if (reactions.repliedAfter >= 0 && reactions.repliedAfter <= DAY) cell.replied_24h++;
		if (reactions.clicked) cell.clicked++;
		if (reactions.optedOut) cell.opted_out++;
	}
	const add = (name: 'to_deliver' | 'to_read' | 'to_open' | 'late', seconds: number) =>
		addDuration(histogramOf(cell, name), seconds);
	const left = message.sent_at || message.accepted_at;
	const reached = reachedAt(message);
	const read = readAt(message);
	if (reached !== 0 && left !== 0) add('to_deliver', reached - left);
	if (read !== 0 && left !== 0) add('to_read', read - left);
	if (read !== 0) add('to_open', read - reached);
	const final = earliest(reached, message.failed_at);
	if (final !== 0 && message.heard_at !== 0) add('late', message.heard_at - final);
}

/** Counts a message in the cell of the moment Meta priced it: what Meta bills by. */
export function addBilled(cells: OpenCells, message: MessageState): void {
	const { pricing_at: at, pricing_category, pricing_type, pricing_model } = message;
	if (at === 0) return;
	const pricing = { pricing_category, pricing_type, pricing_model };
	countAt(cellAt(cells, { of: 'billed', slot: slotOf(at), ...groupOf(message), ...pricing }), at);
}
