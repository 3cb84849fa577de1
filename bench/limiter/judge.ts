export interface Verdict {
	/** One-second windows (each beginning with a release) that hold more releases than the limit. */
	violations: number;
	/** The most releases in any one second. */
	worst: number;
	/** The most in any tenth of a second: how bursty it is. */
	worst_100ms: number;
	/** Releases during the busy time, as a share of what the limit allows in it. */
	used_share: number;
}

/** Judges release times in milliseconds, ascending, of a run that was asked for more than it could give. */
export function judge(times: readonly number[], limit: number, busyMs: number): Verdict {
	const windows = heaviest(times, 1000, limit);
	return {
		violations: windows.above,
		worst: windows.worst,
		worst_100ms: heaviest(times, 100, limit).worst,
		used_share: times.filter((at) => at < times[0] + busyMs).length / ((limit * busyMs) / 1000),
	};
}

/** Slides a window of `ms` over the times; a window holds its beginning and not its end. */
function heaviest(times: readonly number[], ms: number, limit: number) {
	let worst = 0;
	let above = 0;
	let end = 0;
	for (let begin = 0; begin < times.length; begin++) {
		while (end < times.length && times[end] < times[begin] + ms) end++;
		worst = Math.max(worst, end - begin);
		if (end - begin > limit) above++;
	}
	return { worst, above };
}
