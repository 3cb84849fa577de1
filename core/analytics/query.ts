import { InputError } from '../input';
import { FILTERS, type Filter } from './filter';
import { momentOf } from './moments';
import type { ReportOptions } from './report';
import { createZone } from './zone';

/** Periods by the name they have in the page's address, in days; 0 is all time. */
export const PERIODS: ReadonlyMap<string, { days: number; label: string }> = new Map([
	['24h', { days: 1, label: '24 hours' }],
	['7d', { days: 7, label: '7 days' }],
	['30d', { days: 30, label: '30 days' }],
	['90d', { days: 90, label: '90 days' }],
	['all', { days: 0, label: 'All time' }],
]);

const DAY = 86_400;
const LONGEST = 512;

/** What the page's address asked for, and nothing else. */
export type Query = Record<string, string>;

const KNOWN = ['period', 'from', 'to', 'compare', 'message', ...FILTERS];
const COMPARISONS = new Set(['variants', 'previousPeriod']);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text || '{}');
	} catch {
		return undefined;
	}
}

/**
 * Reads the query of an address as a webhook hands it on, or as JSON. Addresses are typed, cut and forwarded by people: what is not
 * understood is left out, and of what comes twice the first counts. Throws
 * InputError for a text that is no JSON.
 */
export function readQuery(given: unknown): Query {
	if (typeof given === 'string') {
		const found = parsed(given);
		if (typeof found === 'object') return readQuery(found);
		throw new InputError(
			'"Query of the Page" is not valid JSON. Enter {} or an expression such as {{ $json.query }}.',
		);
	}
	if (typeof given !== 'object' || given === null) return {};
	const entries = KNOWN.flatMap((name) => {
		const found: unknown = (given as Record<string, unknown>)[name];
		const value: unknown = Array.isArray(found) ? found[0] : found;
		return typeof value === 'string' && value.length <= LONGEST ? [[name, value]] : [];
	});
	return Object.fromEntries(entries) as Query;
}

function dateOf(
	value: string | undefined,
	zone: ReturnType<typeof createZone>,
): number | undefined {
	try {
		return momentOf('', value, zone);
	} catch {
		return undefined;
	}
}

/** The report an address asks for: `options` where it asks for nothing else. */
export function queried(query: Query, options: ReportOptions): ReportOptions {
	const zone = createZone(options.timeZone ?? 'UTC');
	const filter: Filter = { ...options.filter };
	for (const name of FILTERS) if (name in query) filter[name] = query[name];
	const wanted: ReportOptions = { ...options, filter };
	if (COMPARISONS.has(query.compare)) wanted.compare = query.compare as ReportOptions['compare'];
	const period = PERIODS.get(query.period ?? '');
	if (period) {
		wanted.from = period.days > 0 ? options.now - period.days * DAY : undefined;
		wanted.to = undefined;
	}
	const [from, to] = [dateOf(query.from, zone), dateOf(query.to, zone)];
	if (from !== undefined || to !== undefined) {
		// Unlike what somebody set up, what somebody typed must not stop the page.
		if (to === undefined || to > (from ?? 0)) Object.assign(wanted, { from, to });
	}
	return wanted;
}
