import { createHash } from 'node:crypto';

/** One of several versions of a campaign; `share` is its weight against the others. */
export interface Variant {
	name: string;
	share: number;
}

const STEPS = 2 ** 32;

/** The version this person gets: the same at every planning, whoever else is in the list. Empty without variants. */
export function variantOf(variants: readonly Variant[], campaign: string, person: string): string {
	const all = variants.filter(({ share }) => share > 0);
	const total = all.reduce((sum, { share }) => sum + share, 0);
	const hash = createHash('sha256').update(`${campaign}\n${person}`).digest();
	let rest = (hash.readUInt32BE(0) / STEPS) * total;
	for (const { name, share } of all) {
		if (rest < share) return name;
		rest -= share;
	}
	return all[all.length - 1]?.name ?? '';
}
