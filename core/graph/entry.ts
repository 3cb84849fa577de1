/**
 * What to do about an answer, in one word that the router, campaigns and the dashboard branch on.
 * `retry`: the same call again after a pause. `slowDown`: the same, but more slowly from now on. `skipRecipient`: this
 * person cannot or must not get it. `tryLater`: hours or days, never in a loop. `fixRequest`, `fixTemplate`,
 * `fixAccount`: repeating changes nothing until somebody fixes it; the last one stops everything else as well.
 */
export type Action =
	| 'retry'
	| 'slowDown'
	| 'skipRecipient'
	| 'tryLater'
	| 'fixRequest'
	| 'fixTemplate'
	| 'fixAccount'
	| 'unknown';

/** Short label under which the dashboard counts it. */
export type Bucket =
	| 'Not on WhatsApp or unreachable'
	| 'Limited by Meta'
	| 'Outside the 24-hour window'
	| 'Opted out'
	| 'Blocked'
	| 'Template'
	| 'Payment'
	| 'Access'
	| 'Account'
	| 'Request'
	| 'Speed limit'
	| 'Meta outage'
	| 'Media'
	| 'Group'
	| 'Call'
	| 'Unknown';

export interface CatalogueEntry {
	action: Action;
	bucket: Bucket;
	/** What happened, as a sentence for somebody who never saw the Graph API. */
	meaning: string;
	/** What to do about it, as a sentence. */
	nextStep: string;
}

export type Codes = Readonly<Record<number, CatalogueEntry>>;

/** Keeps the tables readable: one call per code. */
export function entry(
	action: Action,
	bucket: Bucket,
	meaning: string,
	nextStep: string,
): CatalogueEntry {
	return { action, bucket, meaning, nextStep };
}
