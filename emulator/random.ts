export type Random = () => number;

/**
 * Random numbers for one purpose, the same on every run with the same seed. Each message draws from a stream of its
 * own, so what happens to the tenth message does not depend on how fast the others were.
 */
export function randomFor(seed: number, stream: string): Random {
	let state = seed >>> 0;
	for (const char of stream) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193) >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number of milliseconds between the two, both included. */
export function between(random: Random, [min, max]: [number, number]): number {
	return Math.round(min + random() * (max - min));
}
