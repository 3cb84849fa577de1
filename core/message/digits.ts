/**
 * Any decimal digit of any script as ASCII. Unicode keeps each script's ten digits together, starting at a code point
 * that ends in 0 or in 6.
 */
function asciiDigit(char: string): string {
	const code = char.codePointAt(0) as number;
	const low = code & 0xf;
	const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - low));
	return String(startsAtZero ? low : low - 6);
}

/** Rewrites full-width, Arabic-Indic, Devanagari … digits as 0-9; everything else stays. */
export function toAsciiDigits(text: string): string {
	return text.normalize('NFKC').replace(/[^\P{Nd}0-9]/gu, asciiDigit);
}
