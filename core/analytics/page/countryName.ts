const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** DE -> Germany; what is no code stays as it is. */
export function countryName(code: string): string {
	try {
		return countryNames.of(code) ?? code;
	} catch {
		return code;
	}
}
