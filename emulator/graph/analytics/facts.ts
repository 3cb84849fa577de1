import type { Message } from '../../store';
import { pricingOf } from '../../webhooks/pricing';
import type { World } from '../../world';
import type { Query } from './query';

/** What analytics knows about a message that really was accepted here. Times are Unix seconds. */
export interface Fact {
	message: Message;
	phone: string;
	country: string;
	isTemplate: boolean;
	sent?: number;
	/** Whoever read it also got it. */
	delivered?: number;
	/** In Meta's capitals. */
	category: string;
	pricing: string;
	/** What the message cost, once it was delivered. */
	cost: number;
}

/** Made-up prices in the account's currency. Meta's depend on country and volume. */
export const PRICES: Record<string, number> = {
	MARKETING: 0.05,
	MARKETING_LITE: 0.05,
	UTILITY: 0.01,
	AUTHENTICATION: 0.02,
	SERVICE: 0.005,
};

/** Every message to a person, filtered by the numbers and countries of a query. */
export function factsOf({ store }: World, { list }: Query): Fact[] {
	const phones = list('phone_numbers').map((phone) => phone.replace(/\D/g, ''));
	const countries = list('country_codes');
	return [...store.messages.values()]
		.map((message): Fact => {
			const { states, phone_number_id, person, template } = message;
			const { category, type } = pricingOf(message) as { category: string; type: string };
			const price = PRICES[category.toUpperCase()] ?? 0;
			return {
				message,
				phone: store.phoneNumbers.get(phone_number_id)?.digits ?? '',
				country: person.user_id.slice(0, 2),
				isTemplate: template !== '',
				sent: states.sent,
				delivered: states.delivered ?? states.read,
				category: category.toUpperCase(),
				pricing: type.toUpperCase(),
				cost: type === 'regular' ? price : 0,
			};
		})
		.filter(
			({ phone, country }) =>
				(phones.length === 0 || phones.includes(phone)) &&
				(countries.length === 0 || countries.includes(country)),
		);
}

export const isIn = ({ start, end }: Query, at: number | undefined): at is number =>
	at !== undefined && at >= start && at < end;

/** Money to the fraction Meta prints. */
export const money = (value: number) => Math.round(value * 1e5) / 1e5;

/** Adds up rows that agree in everything but their numbers, in order of time. */
export function addUp<T extends { start: number }>(rows: T[], numbers: Array<keyof T>): T[] {
	const sums = new Map<string, T>();
	for (const row of rows) {
		const key = JSON.stringify(
			Object.entries(row).filter(([name]) => !numbers.includes(name as keyof T)),
		);
		const sum = sums.get(key);
		if (!sum) sums.set(key, { ...row });
		else
			for (const name of numbers)
				(sum[name] as number) = money(Number(sum[name]) + Number(row[name]));
	}
	return [...sums.values()].sort((a, b) => a.start - b.start);
}
