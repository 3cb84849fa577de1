import { z } from 'zod';
import { InputError } from '../../input';
import { readPrice, type Micros } from './money';

/** One line of the rate table the user keeps (`wa_rates`): Meta publishes rates as files, never by an API. */
export const rateSchema = z.object({
	country: z
		.string()
		.default('')
		.describe(
			'Two letters, or several with commas for a market such as DE, AT, CH. Empty: all countries without a line of their own',
		),
	category: z
		.string()
		.min(1)
		.describe('Meta’s price category: marketing, utility, authentication, service …'),
	price: z.string().min(1).describe('For one delivered message, with a point: 0.0147'),
	currency: z
		.string()
		.regex(/^[A-Za-z]{3}$/)
		.describe('Three letters: USD, EUR, INR …'),
	valid_from: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.describe('First day, like 2026-10-01. Meta changes rates on the first of a quarter'),
	from_message: z
		.number()
		.int()
		.positive()
		.default(1)
		.describe('For volume tiers: from which message of the month in this market on'),
	free_per_month: z
		.number()
		.int()
		.nonnegative()
		.default(0)
		.describe('So many a month and business number cost nothing, though Meta calls them regular'),
});

/** A line of the table, ready to reckon with. */
export interface Rate {
	/** Its countries, sorted; empty for everywhere else. */
	market: string;
	category: string;
	price: Micros;
	currency: string;
	/** Unix seconds: midnight UTC of the first day. */
	from: number;
	fromMessage: number;
	freePerMonth: number;
}

const marketOf = (country: string) =>
	[...new Set(country.toUpperCase().split(/[\s,;]+/))].filter(Boolean).sort().join(',');

/** Meta writes one category with a hyphen here and an underscore there. */
export const categoryOf = (category: string) => category.trim().toLowerCase().replaceAll('-', '_');

/** Reads a line. Throws InputError that names the field. */
export function readRate(item: Record<string, unknown>): Rate {
	const known = Object.entries(item)
		.filter(([name, value]) => name in rateSchema.shape && value !== null && value !== '')
		.map(([name, value]) => {
			const isCount = name === 'from_message' || name === 'free_per_month';
			return [name, isCount ? Number(value) : String(value).trim()];
		});
	const found = rateSchema.safeParse(Object.fromEntries(known));
	if (!found.success) {
		const [{ path }] = found.error.issues;
		const name = String(path[0]);
		const meaning = rateSchema.shape[name as keyof typeof rateSchema.shape].description;
		throw new InputError(`The field ${name} of this rate cannot be used. It means: ${meaning}.`);
	}
	const { country, category, price, currency, valid_from, from_message, free_per_month } =
		found.data;
	const from = Date.parse(`${valid_from}T00:00:00Z`) / 1000;
	if (Number.isNaN(from)) throw new InputError(`${valid_from} is not a day. Write 2026-10-01.`);
	return {
		market: marketOf(country),
		category: categoryOf(category),
		price: readPrice(price),
		currency: currency.toUpperCase(),
		from,
		fromMessage: from_message,
		freePerMonth: free_per_month,
	};
}

/** The user's rate table. */
export interface RateTable {
	/** As they came, to be kept beside the cells they price. */
	lines: ReadonlyArray<Record<string, unknown>>;
	rates: Rate[];
	/** A sentence about each line that cannot be used; its messages then have no price. */
	problems: string[];
}

/** Reads a whole table: one wrong line does not take the others away. */
export function readRates(items: ReadonlyArray<Record<string, unknown>>): RateTable {
	const table: RateTable = { lines: items, rates: [], problems: [] };
	items.forEach((item, i) => {
		try {
			table.rates.push(readRate(item));
		} catch (error) {
			const said = error instanceof InputError ? error.message : 'It cannot be read.';
			table.problems.push(`Line ${i + 1} of the rate table: ${said}`);
		}
	});
	return table;
}

/** The tiers that hold for a message, the lowest first; empty when the table has no line for it. */
export type FindRates = (category: string, country: string, at: number) => Rate[];

/** Looks rates up: a country's own lines before those for everywhere else, the newest that are in force. */
export function createRates(rates: readonly Rate[]): FindRates {
	const found = new Map<string, Rate[]>();
	for (const rate of rates) {
		for (const country of rate.market.split(',')) {
			const key = `${rate.category} ${country}`;
			found.set(key, [...(found.get(key) ?? []), rate]);
		}
	}
	return (category, country, at) => {
		for (const place of country === '' ? [''] : [country, '']) {
			const begun = (found.get(`${categoryOf(category)} ${place}`) ?? []).filter(
				({ from }) => from <= at,
			);
			if (begun.length === 0) continue;
			const newest = Math.max(...begun.map(({ from }) => from));
			return begun
				.filter(({ from }) => from === newest)
				.sort((a, b) => a.fromMessage - b.fromMessage);
		}
		return [];
	};
}
