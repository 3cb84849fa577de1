import { earliest } from '../ledger/join';
import type { Cell } from './cell';

/** Fewer messages than this say nothing about speed. */
const SMALLEST = 100;

/**
 * Messages a second in the busiest quarter of an hour, from its first attempt to its last; null when in none of them
 * 100 were attempted.
 */
export function fastestOf(attempts: Cell[]): number | null {
	const slots = new Map<number, { count: number; first: number; last: number }>();
	for (const { slot, count, first_at, last_at } of attempts) {
		const known = slots.get(slot) ?? { count: 0, first: 0, last: 0 };
		known.count += count;
		known.first = earliest(known.first, first_at);
		known.last = Math.max(known.last, last_at);
		slots.set(slot, known);
	}
	const speeds = [...slots.values()]
		.filter(({ count }) => count >= SMALLEST)
		.map(({ count, first, last }) => count / (last - first + 1));
	return speeds.length > 0 ? Math.max(...speeds) : null;
}
