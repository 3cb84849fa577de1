import { InputError } from '../input';

/** A number's username. Throws InputError for one that Meta's rules do not allow. */
export function checkUsername(input: string): string {
	const name = input.trim().replace(/^@/, '').toLowerCase();
	const fits =
		/^[a-z0-9._]{3,35}$/.test(name) &&
		/[a-z]/.test(name) &&
		!/^\.|\.$|\.\./.test(name) &&
		!name.startsWith('www');
	if (fits) return name;
	throw new InputError(
		`The username "${name}" cannot be used. Meta allows 3 to 35 letters (a to z), digits, periods and underscores, with at least one letter, no period at either end or two in a row, and no www in front.`,
	);
}
