import type { ConsentState } from '../ledger/fold';

/**
 * The decisions by which somebody left: the first opt-out after they had agreed, or ever. Meta repeats an opt-out with
 * every message it refuses, and a person leaves once.
 */
export function departures(consents: ConsentState[]): ConsentState[] {
	const byContact = new Map<string, ConsentState[]>();
	for (const one of consents) {
		const known = byContact.get(one.contact_key);
		if (known) known.push(one);
		else byContact.set(one.contact_key, [one]);
	}
	return [...byContact.values()].flatMap((decisions) => {
		// An opt-out wins a tie: it comes after the opt-in of the same second.
		decisions.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
		return decisions.filter(
			({ kind }, i) => kind === 'opted_out' && decisions[i - 1]?.kind !== 'opted_out',
		);
	});
}
