import { explainCode } from '../ledger/explainCode';
import type { Cell } from './cell';

export interface FailureCode {
	/** Meta's code, or one of our own words where Meta said nothing. */
	code: string;
	count: number;
	meaning: string;
	next_step: string;
	action: string;
}

export interface FailureBucket {
	bucket: string;
	count: number;
	/** The most frequent first. */
	codes: FailureCode[];
}

/** Counts by code; two counts of different messages add up. */
export type FailureCounts = Map<string, number>;

/** Counts messages that failed or were refused, under their first error. */
export function addFailure(failures: FailureCounts, { status, error_code, count }: Cell): void {
	if (status !== 'failed' && status !== 'refused') return;
	failures.set(error_code, (failures.get(error_code) ?? 0) + count);
}

/** Failures in the words of the catalogue, grouped by reason, the most frequent first. */
export function failureBuckets(failures: FailureCounts): FailureBucket[] {
	const buckets = new Map<string, FailureBucket>();
	const ordered = [...failures].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	for (const [code, count] of ordered) {
		const { bucket: name, meaning, nextStep, action } = explainCode(code);
		const bucket = buckets.get(name) ?? { bucket: name, count: 0, codes: [] };
		bucket.count += count;
		bucket.codes.push({ code, count, meaning, next_step: nextStep, action });
		buckets.set(name, bucket);
	}
	return [...buckets.values()].sort((a, b) => b.count - a.count || (a.bucket < b.bucket ? -1 : 1));
}
