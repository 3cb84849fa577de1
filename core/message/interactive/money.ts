import { InputError } from '../../input';

/** Meta's money: a whole number of hundredths. */
export interface Amount {
	value: number;
	offset: 100;
}

/** `12.5` as Meta writes it. Throws InputError for what is no amount, is negative, or has more than two decimals. */
export function amountOf(name: string, input: string | number): Amount {
	const text = String(input ?? '').trim();
	if (!/^\d+(\.\d{1,2}0*)?$/.test(text)) {
		throw new InputError(
			`${name} is "${text}". Enter an amount such as 12.50, with a point and at most two decimals.`,
		);
	}
	return { value: Math.round(Number(text) * 100), offset: 100 };
}

export const sumOf = (values: number[]): Amount => ({
	value: values.reduce((sum, value) => sum + value, 0),
	offset: 100,
});
