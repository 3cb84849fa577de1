export interface Lanes {
	/** Runs the task as soon as a lane is free. Rejects only as the task does. */
	run: <T>(task: () => Promise<T>) => Promise<T>;
	/** True when nobody else may wait. */
	isFull: () => boolean;
}

/** At most `count` tasks at the same time, the others in the order in which they came. */
export function createLanes(count: number, maxWaiting: number): Lanes {
	let free = count;
	const waiting: (() => void)[] = [];
	return {
		async run(task) {
			if (free > 0) free--;
			else await new Promise<void>((go) => waiting.push(go));
			try {
				return await task();
			} finally {
				const next = waiting.shift();
				// A lane is handed over, so that nobody who has just come takes it first.
				if (next) next();
				else free++;
			}
		},
		isFull: () => waiting.length >= maxWaiting,
	};
}
