const QUIET_SECONDS = 60;

/** What to write to the log about refused calls. */
export interface RefusalLog {
	/** Notes a refused call and gives the line that is due, if one is. `now` is in Unix seconds. */
	refused: (status: number, reason: string, now: number) => string | undefined;
	/** The line about refusals that nobody was told of yet, once its minute is over. */
	due: (now: number) => string | undefined;
}

const calls = (count: number) => (count === 1 ? 'a call' : `${count} calls`);

/**
 * The first refusal of a reason is told at once; what follows is summed up, at most once a minute, so that a flood of
 * forged calls does not become a flood of log lines. No timer: a summary goes out with the next call of any kind.
 */
export function createRefusalLog(): RefusalLog {
	const told = new Set<string>();
	const pending = new Map<string, number>();
	let lastSummary = 0;

	function due(now: number): string | undefined {
		if (!pending.size || now - lastSummary < QUIET_SECONDS) return undefined;
		const reasons = [...pending].map(([what, count]) => `${calls(count)} with ${what}`);
		pending.clear();
		lastSummary = now;
		return `refused ${reasons.join('; ')}`;
	}

	return {
		refused(status, reason, now) {
			const what = `${status}: ${reason}`;
			if (!told.has(what)) {
				if (!told.size) lastSummary = now;
				told.add(what);
				return `refused a call with ${what}`;
			}
			pending.set(what, (pending.get(what) ?? 0) + 1);
			return due(now);
		},
		due,
	};
}

/**
 * The line about the first event that a filter holds back, once per filter: filters are meant to hold things back, so
 * the counters of the health tell the rest.
 */
export function createFilterLog(): (filter: string) => string | undefined {
	const told = new Set<string>();
	return (filter) => {
		if (told.has(filter)) return undefined;
		told.add(filter);
		return `held back an event (${filter}). From now on such events are only counted: the operation Webhook > Get Trigger Health shows how many.`;
	};
}
