import type { Cell } from '../cell';
import type { CostFacts } from '../metrics/facts';
import { toNumber, writeAmount, type Micros } from './money';
import type { PricedCell, Unpriced } from './price';
import { categoryOf } from './rates';

/** Money of one currency, exact, as text. */
export interface Amount {
	currency: string;
	amount: string;
}

/** What one campaign, category or country cost. */
export interface CostLine {
	name: string;
	amounts: Amount[];
	paid: number;
	free: number;
	/** Messages nobody can price; they are in no amount. */
	unpriced: number;
}

/** Messages without a price, and why. */
export interface UnpricedLine {
	country: string;
	category: string;
	why: Unpriced;
	messages: number;
}

/** Plain JSON; the part `cost` of a report. */
export interface CostReport extends Omit<CostLine, 'name'> {
	campaigns: CostLine[];
	categories: CostLine[];
	countries: CostLine[];
	missing: UnpricedLine[];
	/** Lines of the rate table that cannot be used, in words. */
	problems: string[];
}

interface Sum {
	amounts: Map<string, Micros>;
	paid: number;
	free: number;
	unpriced: number;
}

function sumOf(priced: readonly PricedCell[]): Sum {
	const sum: Sum = { amounts: new Map(), paid: 0, free: 0, unpriced: 0 };
	for (const { amount, currency, paid, free, unpriced } of priced) {
		if (paid > 0) sum.amounts.set(currency, (sum.amounts.get(currency) ?? 0n) + amount);
		sum.paid += paid;
		sum.free += free;
		sum.unpriced += unpriced;
	}
	return sum;
}

function written({ amounts, ...counts }: Sum): Omit<CostLine, 'name'> {
	const lines = [...amounts].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		amounts: lines.map(([currency, amount]) => ({ currency, amount: writeAmount(amount) })),
		...counts,
	};
}

/** One line for each value, the dearest first; of several currencies nobody knows which is more, so messages decide. */
function linesBy(priced: readonly PricedCell[], nameOf: (cell: Cell) => string): CostLine[] {
	const groups = new Map<string, PricedCell[]>();
	for (const one of priced) {
		const name = nameOf(one.cell);
		const group = groups.get(name);
		if (group) group.push(one);
		else groups.set(name, [one]);
	}
	const sums = [...groups].map(([name, ones]) => ({ name, sum: sumOf(ones) }));
	const oneCurrency = new Set(priced.map(({ currency }) => currency).filter(Boolean)).size < 2;
	const worth = ({ amounts, paid }: Sum) =>
		oneCurrency ? toNumber([...amounts.values()][0] ?? 0n) : paid;
	return sums
		.sort((a, b) => worth(b.sum) - worth(a.sum) || (a.name < b.name ? -1 : 1))
		.map(({ name, sum }) => ({ name, ...written(sum) }));
}

function missingIn(priced: readonly PricedCell[]): UnpricedLine[] {
	const lines = new Map<string, UnpricedLine>();
	for (const { cell, unpriced, why } of priced) {
		if (!why) continue;
		const category = categoryOf(cell.pricing_category || cell.category);
		const key = `${cell.country} ${category} ${why}`;
		const line = lines.get(key) ?? { country: cell.country, category, why, messages: 0 };
		lines.set(key, { ...line, messages: line.messages + unpriced });
	}
	return [...lines.values()].sort((a, b) => b.messages - a.messages);
}

/** Adds up what the given cells cost, exactly. */
export function costReport(priced: readonly PricedCell[], problems: string[] = []): CostReport {
	return {
		...written(sumOf(priced)),
		campaigns: linesBy(priced, ({ campaign }) => campaign),
		categories: linesBy(priced, ({ pricing_category, category }) =>
			categoryOf(pricing_category || category),
		),
		countries: linesBy(priced, ({ country }) => country),
		missing: missingIn(priced),
		problems,
	};
}

/** The one figure that metrics divide; none when there are several currencies, since they do not add up. */
export function costFacts({ amounts }: CostReport): CostFacts | undefined {
	if (amounts.length > 1) return undefined;
	const [{ currency, amount }] = amounts.length ? amounts : [{ currency: '', amount: '0' }];
	return { currency, total: Number(amount) };
}
