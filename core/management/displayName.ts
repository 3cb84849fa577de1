import { InputError } from '../input';

/** The name people see. Throws InputError unless it has 2 to 75 characters. */
export function displayName(input: string): string {
	const name = input.trim();
	const length = [...name].length;
	if (length >= 2 && length <= 75) return name;
	throw new InputError(
		`The Display Name has ${length} characters; WhatsApp allows 2 to 75. Choose another one.`,
	);
}
