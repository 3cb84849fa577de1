/** A stream of random numbers that is the same for the same seed (mulberry32). */
export interface Random {
	/** From 0 up to 1. */
	next: () => number;
	/** A whole number from 0 up to `below`. */
	int: (below: number) => number;
	pick: <T>(values: readonly T[]) => T;
}

export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	const int = (below: number) => Math.floor(next() * below);
	return { next, int, pick: (values) => values[int(values.length)] };
}

/** Shuffles in place (Fisher-Yates). */
export function shuffle<T>(values: T[], random: Random): T[] {
	for (let i = values.length - 1; i > 0; i--) {
		const j = random.int(i + 1);
		[values[i], values[j]] = [values[j], values[i]];
	}
	return values;
}
