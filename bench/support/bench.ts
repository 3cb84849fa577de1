import type { Flags } from './flags';

/** What every bench/NAME.ts exports. */
export interface Bench {
	/** What it measures, against whom, and how long it takes. */
	about: string;
	/** Measures and returns the figures of this bench, by the names the product's goals use. */
	run: (flags: Flags) => Promise<Record<string, unknown>>;
}
