import { explainCode } from '../ledger/explainCode';
import type { Cell } from './cell';

export interface FailureCode {
	/** Meta's code, or one of our own words where Meta said nothing. */
	code: string;
	count: number;
	meaning: string;
	next_step: string;
	action: string;
	/** Whom it concerns most, the most frequent first; empty where that is not known. */
	templates: Part[];
	countries: Part[];
}

interface Part {
	name: string;
	count: number;
}

export interface FailureBucket {
	bucket: string;
	count: number;
	/** The most frequent first. */
	codes: FailureCode[];
}

interface Found {
	count: number;
	templates: Map<string, number>;
	countries: Map<string, number>;
}

/** Counts by code; two counts of different messages add up. */
export type FailureCounts = Map<string, Found>;

const PARTS_SHOWN = 3;

function addTo(parts: Map<string, number>, name: string, count: number): void {
	if (name !== '') parts.set(name, (parts.get(name) ?? 0) + count);
}

const mostFrequent = (parts: Map<string, number>): Part[] =>
	[...parts]
		.map(([name, count]) => ({ name, count }))
		.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
		.slice(0, PARTS_SHOWN);

/** Counts messages that failed or were refused, under their first error. */
export function addFailure(failures: FailureCounts, cell: Cell): void {
	const { status, error_code, count, template, country } = cell;
	if (status !== 'failed' && status !== 'refused') return;
	let found = failures.get(error_code);
	if (!found) {
		found = { count: 0, templates: new Map(), countries: new Map() };
		failures.set(error_code, found);
	}
	found.count += count;
	addTo(found.templates, template, count);
	addTo(found.countries, country, count);
}

/** Failures in the words of the catalogue, grouped by reason, the most frequent first. */
export function failureBuckets(failures: FailureCounts): FailureBucket[] {
	const buckets = new Map<string, FailureBucket>();
	const ordered = [...failures].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
	for (const [code, { count, templates, countries }] of ordered) {
		const { bucket: name, meaning, nextStep, action } = explainCode(code);
		const bucket = buckets.get(name) ?? { bucket: name, count: 0, codes: [] };
		bucket.count += count;
		bucket.codes.push({
			code,
			count,
			meaning,
			next_step: nextStep,
			action,
			templates: mostFrequent(templates),
			countries: mostFrequent(countries),
		});
		buckets.set(name, bucket);
	}
	return [...buckets.values()].sort((a, b) => b.count - a.count || (a.bucket < b.bucket ? -1 : 1));
}
