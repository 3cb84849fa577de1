/** The earlier of two times; 0 means "has not happened". */
export const earliest = (a: number, b: number) => (a === 0 || (b !== 0 && b < a) ? b : a);

/** One of two texts by a rule that does not depend on their order: known wins over unknown, then the smaller one. */
export function smallest(a: string, b: string): string {
	// Most texts repeat what is known, and telling that is cheaper than telling which comes first.
	if (a === b || b === '') return a;
	return a === '' || b < a ? b : a;
}

/** The counterpart of `smallest`: with both, the two names of one person survive in any order. */
export const largest = (a: string, b: string) => (a < b ? b : a);
