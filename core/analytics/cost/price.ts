import { CELL_GROUP, type Cell } from '../cell';
import type { Micros } from './money';
import { categoryOf, createRates, type Rate } from './rates';

/** Why messages have no price. */
export type Unpriced = 'no_rate' | 'by_conversation';

/** What the messages of one cell cost. */
export interface PricedCell {
	cell: Cell;
	amount: Micros;
	/** Empty when nothing in the cell has a price. */
	currency: string;
	free: number;
	paid: number;
	unpriced: number;
	why?: Unpriced;
}

const month = (at: number) => new Date(at * 1000).toISOString().slice(0, 7);
const groupOf = (cell: Cell) => CELL_GROUP.map((name) => cell[name]).join('\n');

/** Counts up messages of a month, to know where an allowance ends and a tier begins. */
function createMeter() {
	const used = new Map<string, number>();
	return (name: string, count: number): number => {
		const before = used.get(name) ?? 0;
		used.set(name, before + count);
		return before;
	};
}

/** `count` messages after `before` others, each at the price of the tier it falls into. */
function tiered(tiers: Rate[], before: number, count: number): Micros {
	let amount = 0n;
	tiers.forEach(({ fromMessage, price }, i) => {
		const begin = i === 0 ? 0 : fromMessage - 1;
		const end = i + 1 < tiers.length ? tiers[i + 1].fromMessage - 1 : Infinity;
		const inTier = Math.min(before + count, end) - Math.max(before, begin);
		if (inTier > 0) amount += price * BigInt(inTier);
	});
	return amount;
}

/**
 * Prices what Meta billed. Prices hold from their day on (UTC); volume tiers count all regular messages of a market and
 * category in a calendar month (UTC), allowances those of one business number, both in order of time, so give it all
 * cells and narrow the result.
 */
export function priceCells(cells: readonly Cell[], rates: readonly Rate[]): PricedCell[] {
	const find = createRates(rates);
	const volume = createMeter();
	const allowance = createMeter();
	const billed = cells.filter(({ of }) => of === 'billed');
	const inOrder = billed
		.map((cell) => ({ cell, group: groupOf(cell) }))
		.sort((a, b) => a.cell.slot - b.cell.slot || (a.group < b.group ? -1 : 1));

	return inOrder.map(({ cell }) => {
		const { count, slot, country, phone_number_id: number } = cell;
		const nothing = { cell, amount: 0n, currency: '', free: 0, paid: 0, unpriced: 0 };
		if (cell.pricing_type.startsWith('free')) return { ...nothing, free: count };
		if (cell.pricing_model === 'CBP')
			return { ...nothing, unpriced: count, why: 'by_conversation' };
		const category = categoryOf(cell.pricing_category || cell.category);
		const tiers = find(category, country, slot);
		if (tiers.length === 0) return { ...nothing, unpriced: count, why: 'no_rate' };
		const [{ market, currency, freePerMonth }] = tiers;
		const gone = allowance(`${category} ${number} ${month(slot)}`, count);
		const free = Math.min(count, Math.max(0, freePerMonth - gone));
		const paid = count - free;
		const before = volume(`${category} ${market} ${month(slot)}`, paid);
		return { ...nothing, amount: tiered(tiers, before, paid), currency, free, paid };
	});
}
