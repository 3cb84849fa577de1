import { InputError } from '../input';
import { toAsciiDigits } from './digits';
import { canonicalDigits } from './numberPlans';

export { phoneVariants } from './numberPlans';

/** ITU-T E.164 allows 15 digits; no country has international numbers shorter than 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

export interface NormalisedPhone {
	/** International number, digits only, no plus sign. */
	digits: string;
	/** What was changed besides punctuation, in words; empty when nothing was. */
	changed: string;
}

export interface PhoneOptions {
	/** Country calling code, for example `49`, for numbers written as inside the country (starting with one 0). */
	defaultCountryCode?: string;
}

const PREFIX = /^\s*(whatsapp|tel|phone)\s*:\s*/i;
// Spaces of every width, brackets, dashes of every kind, dots, slashes, and the invisible marks that spreadsheets leave.
const PUNCTUATION =
	/[\s()[\]\p{Pd}\u2212./_'\u00b7\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

function countryCodeOf(value: string): string {
	const code = toAsciiDigits(value)
		.replace(PUNCTUATION, '')
		.replace(/^(\+|00)/, '');
	if (!/^[1-9]\d{0,2}$/.test(code)) {
		throw new InputError(
			`The default country code "${value}" is not a country calling code. Enter one to three digits, such as 49 for Germany or 55 for Brazil.`,
		);
	}
	return code;
}

function fromNational(digits: string, input: string, options: PhoneOptions): string {
	if (!options.defaultCountryCode) {
		throw new InputError(
			`The phone number "${input}" starts with a single 0, so its country is not known. Write it with the country code, such as +49 151 23456789, or set a default country code.`,
		);
	}
	const code = countryCodeOf(options.defaultCountryCode);
	// Italy and San Marino keep the 0 in international form.
	return code + (code === '39' || code === '378' ? digits : digits.slice(1));
}

function checkLength(digits: string, input: string): void {
	const count = digits.length;
	if (count >= MIN_DIGITS && count <= MAX_DIGITS) return;
	const verdict = count < MIN_DIGITS ? 'too short' : 'too long';
	throw new InputError(
		`The phone number "${input}" is ${verdict}: it has ${count} digits, and an international number has ${MIN_DIGITS} to ${MAX_DIGITS} with its country code.`,
	);
}

/**
 * Turns what people type or paste into the digits Meta expects: `+55 (11) 8765-4321`, `0049…`, `whatsapp:+1…`, digits of
 * any script. Refuses instead of guessing: throws InputError, a sentence for the user, when letters remain, the country
 * is not known, or the length cannot be right (E.164). Brazil's ninth digit, Mexico's 1 and Argentina's 9 and 15 are
 * brought into WhatsApp's form.
 */
export function normalisePhone(input: string, options: PhoneOptions = {}): NormalisedPhone {
	const changed: string[] = [];
	let text = toAsciiDigits(String(input ?? '')).trim();
	if (text === '') throw new InputError('The phone number is empty.');
	text = text.replace(PREFIX, '');
	// "+49 (0) 151 …": the 0 is for callers inside the country only.
	if (/^(\+|00)/.test(text) && /\(\s*0\s*\)/.test(text)) {
		text = text.replace(/\(\s*0\s*\)/, '');
		changed.push('the (0) was left out');
	}
	const bare = text.replace(PUNCTUATION, '');
	const international = /^(\+|00)/.test(bare);
	const digits = bare.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw new InputError(
			`The phone number "${input}" contains something other than digits. Write it with the country code, such as +1 555 123 4567.`,
		);
	}
	if (international && digits.startsWith('0')) {
		throw new InputError(
			`The phone number "${input}" has a 0 where the country code should start. Write it like +49 151 23456789.`,
		);
	}
	const full = digits.startsWith('0') ? fromNational(digits, input, options) : digits;
	if (full !== digits) changed.push(`the country code ${options.defaultCountryCode} was added`);
	checkLength(full, input);
	const canonical = canonicalDigits(full);
	return { digits: canonical.digits, changed: sentence([...changed, ...canonical.changed]) };
}

function sentence(parts: string[]): string {
	const text = parts.join('; ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The stable name of a person: the business-scoped user ID when known, else the number in canonical digits (so that
 * both spellings of a Brazilian number are one person); empty when neither is known. Never throws.
 */
export function contactKeyOf({ user_id, phone }: { user_id?: string; phone?: string }): string {
	if (user_id) return user_id;
	const digits = toAsciiDigits(phone ?? '').replace(/\D/g, '');
	return canonicalDigits(digits).digits;
}
