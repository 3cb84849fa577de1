/** Time, handed in, so that tests run without waiting. `now` is in milliseconds since 1970. */
export interface Clock {
	now: () => number;
	sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}
