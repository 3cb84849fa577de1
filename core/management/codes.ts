import { InputError } from '../input';

/** Six digits, as Meta has them for its codes and PINs. Throws InputError without repeating what was entered. */
export function sixDigits(field: string, input: string): string {
	const digits = input.replace(/[\s-]/g, '');
	if (/^\d{6}$/.test(digits)) return digits;
	throw new InputError(`The ${field} has to be 6 digits. Enter it once more.`);
}
