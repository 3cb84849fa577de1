import { InputError } from '../../input';

/** Money is counted in millionths of a currency's unit, as whole numbers: sums of prices are exact. */
export type Micros = bigint;

const DECIMALS = 6;
const UNIT = 10n ** BigInt(DECIMALS);

/** A price as people write it, `0.0147`, in millionths. Throws InputError for anything else, and for finer prices. */
export function readPrice(price: string): Micros {
	const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(price.trim()) ?? [];
	if (whole === undefined) {
		throw new InputError(
			`"${price}" is not a price. Enter it with a point and without a currency, for example 0.0147.`,
		);
	}
	const kept = fraction.replace(/0+$/, '');
	if (kept.length > DECIMALS) {
		throw new InputError(`The price ${price} has more than ${DECIMALS} decimals. Round it.`);
	}
	return BigInt(whole) * UNIT + BigInt(kept.padEnd(DECIMALS, '0'));
}

/** The exact amount with a point: 14700n -> 0.0147, 2000000n -> 2. */
export function writeAmount(amount: Micros): string {
	const digits = `${amount < 0n ? -amount : amount}`.padStart(DECIMALS + 1, '0');
	const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
	const sign = amount < 0n ? '-' : '';
	return `${sign}${digits.slice(0, -DECIMALS)}${fraction && `.${fraction}`}`;
}

/** For drawing and dividing only: a number cannot hold every amount. */
export const toNumber = (amount: Micros) => Number(amount) / Number(UNIT);
